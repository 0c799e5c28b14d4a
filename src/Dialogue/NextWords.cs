using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>Puts what to ask or to try next into words.</summary>
public static class NextWords
{
    /// <summary>What to do, and what to answer.</summary>
    public static string Of(Suggestion suggestion, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(atlas);
        var T = PlaceWords.In(atlas.Language);
        return suggestion switch
        {
            Suggestion.Press(var point) => Press(point, atlas),
            Suggestion.Ask ask => Ask(atlas.Question(ask.Question), ask.Side, atlas.Language),
            Suggestion.Notice notice => OnSide(atlas.Symptom(notice.Symptom).Question, notice.Side, atlas.Language),
            Suggestion.Recall recall => T["Does this apply to you, or did it come before the pain: {0}?", FirstLower(atlas.Cause(recall.Cause).Name)],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What it is about, in few words.</summary>
    public static string NameOf(Suggestion suggestion, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        ArgumentNullException.ThrowIfNull(atlas);
        return suggestion switch
        {
            Suggestion.Press(var point) => PlaceWords.Of(point, atlas),
            Suggestion.Ask ask => OnSide(atlas.Question(ask.Question).Text, ask.Side, atlas.Language),
            Suggestion.Notice notice => PlaceWords.Of(atlas.Symptom(notice.Symptom).Name, notice.Side, atlas.Language),
            Suggestion.Recall recall => atlas.Cause(recall.Cause).Name,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Why nothing more is asked.</summary>
    /// <param name="reason">Any.</param>
    /// <param name="language">Two-letter code.</param>
    public static string Of(StopReason reason, string language = "en") => reason switch
    {
        StopReason.SureEnough => PlaceWords.In(language)["Sure enough to begin: one point stands out, and no further answer would change much."],
        StopReason.NothingToLearn => PlaceWords.In(language)["No further answer would change much which points are worth treating. Begin with the first."],
        StopReason.EnoughAsked => PlaceWords.In(language)["That is enough for now. Begin with the first point, and come back when you know more."],
        StopReason.NotMuscular => PlaceWords.In(language)["This pain fits no muscle pattern well, and more questions about muscles would mislead. Please ask a clinician."],
        _ => throw new UnreachableException(),
    };

    /// <summary>The word in the API and on the command line.</summary>
    public static string WordOf(StopReason reason) => reason switch
    {
        StopReason.SureEnough => "sure-enough",
        StopReason.NothingToLearn => "nothing-to-learn",
        StopReason.EnoughAsked => "enough-asked",
        StopReason.NotMuscular => "not-muscular",
        _ => throw new UnreachableException(),
    };

    /// <summary>A question about one side says so first.</summary>
    internal static string OnSide(string question, Side side, string language) => side switch
    {
        Side.Left => PlaceWords.In(language)["On your left: {0}", FirstLower(question)],
        Side.Right => PlaceWords.In(language)["On your right: {0}", FirstLower(question)],
        _ => question,
    };

    private static string Press(SidedPoint sided, AtlasData atlas)
    {
        var T = PlaceWords.In(atlas.Language);
        var (muscle, point) = atlas.Point(sided.Point);
        var place = $"{PlaceWords.Of(sided, atlas)}: {point.Where}.";

        // Whom the atlas sends to a therapist is not told to press.
        return muscle.Treatment.By == TreatedBy.Professional
            ? T["Only for a therapist to press, who can tell more: {0}", place]
            : T["Press here. {0} {1} Does it bring on your pain, is it only tender, or is there nothing?", place, point.Find.Landmarks];
    }

    private static string Ask(Question question, Side side, string language) =>
        question.Detail is { } detail ? $"{OnSide(question.Text, side, language)} {detail}" : OnSide(question.Text, side, language);

    // Questions and causes begin with a plain word, never with a name.
    private static string FirstLower(string text)
    {
        // A Spanish question opens with a mark of its own.
        var first = text.StartsWith('¿') ? 1 : 0;
        return text.Length <= first ? text : text[..first] + char.ToLowerInvariant(text[first]) + text[(first + 1)..];
    }
}

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
        return suggestion switch
        {
            Suggestion.Press(var point) => Press(point, atlas),
            Suggestion.Ask ask => Ask(atlas.Question(ask.Question), ask.Side),
            Suggestion.Notice notice => OnSide(atlas.Symptom(notice.Symptom).Question, notice.Side),
            Suggestion.Recall recall => $"Does this apply to you, or did it come before the pain: {FirstLower(atlas.Cause(recall.Cause).Name)}?",
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
            Suggestion.Ask ask => OnSide(atlas.Question(ask.Question).Text, ask.Side),
            Suggestion.Notice notice => PlaceWords.Of(atlas.Symptom(notice.Symptom).Name, notice.Side),
            Suggestion.Recall recall => atlas.Cause(recall.Cause).Name,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Why nothing more is asked.</summary>
    public static string Of(StopReason reason) => reason switch
    {
        StopReason.SureEnough => "Sure enough to begin: these points are very likely, and no further answer would change much.",
        StopReason.NothingToLearn => "No further answer would change much which points are worth treating. Begin with the first.",
        StopReason.EnoughAsked => "That is enough for now. Begin with the first point, and come back when you know more.",
        StopReason.NotMuscular => "This pain fits no muscle pattern well, and more questions about muscles would mislead. Please ask a clinician.",
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
    internal static string OnSide(string question, Side side) => side == Side.Midline ? question : $"On your {side.ToWord()}: {FirstLower(question)}";

    private static string Press(SidedPoint sided, AtlasData atlas)
    {
        var (muscle, point) = atlas.Point(sided.Point);
        var place = $"{PlaceWords.Of(sided, atlas)}: {point.Where}.";

        // Whom the atlas sends to a therapist is not told to press.
        return muscle.Treatment.By == TreatedBy.Professional
            ? $"Only for a therapist to press, who can tell more: {place}"
            : $"Press here. {place} {point.Find.Landmarks} Does it bring on your pain, is it only tender, or is there nothing?";
    }

    private static string Ask(Question question, Side side) =>
        question.Detail is { } detail ? $"{OnSide(question.Text, side)} {detail}" : OnSide(question.Text, side);

    // Questions and causes begin with a plain word, never with a name.
    private static string FirstLower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}

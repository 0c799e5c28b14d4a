using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>
/// Reads the names with which answers are given, for the site and the command line alike. A name that is not known comes back as a problem in
/// words: what is wrong, what is allowed, and which names are nearest. Immutable; may be shared by threads.
/// </summary>
public sealed class AnswerNames(AtlasData atlas)
{
    private const int Offered = 3;

    private static readonly ImmutableArray<PainQuality> Qualities = [.. Enum.GetValues<PainQuality>()];

    private readonly ImmutableArray<string> causes = [.. atlas.Causes.Select(cause => cause.Id.ToString())];
    private readonly ImmutableArray<string> symptoms = [.. atlas.Symptoms.Select(symptom => symptom.Id.ToString())];
    private readonly ImmutableArray<string> questions = [.. atlas.Questions.Select(question => question.Id.ToString())];
    private readonly ImmutableArray<string> points = [.. atlas.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString())];

    /// <summary>The words for what a press brings: my-pain, only-tender, nothing.</summary>
    public static ImmutableArray<string> OutcomeWords { get; } = [.. Enum.GetValues<PressOutcome>().Select(ReasonWords.WordOf)];

    public bool TryCause(string name, out CauseId cause, [NotNullWhen(false)] out string? problem) =>
        Found(CauseId.TryParse(name, null, out cause) && causes.Contains(cause.ToString(), StringComparer.Ordinal), "cause", name, causes, out problem);

    public bool TrySymptom(string name, out SymptomId symptom, [NotNullWhen(false)] out string? problem) =>
        Found(SymptomId.TryParse(name, null, out symptom) && symptoms.Contains(symptom.ToString(), StringComparer.Ordinal), "symptom", name, symptoms, out problem);

    public bool TryQuestion(string name, out QuestionId question, [NotNullWhen(false)] out string? problem) =>
        Found(QuestionId.TryParse(name, null, out question) && questions.Contains(question.ToString(), StringComparer.Ordinal), "question", name, questions, out problem);

    public bool TryPoint(string name, out PointId point, [NotNullWhen(false)] out string? problem) =>
        Found(PointId.TryParse(name, null, out point) && points.Contains(point.ToString(), StringComparer.Ordinal), "point", name, points, out problem);

    /// <summary>A side on which the point is.</summary>
    /// <param name="point">A point of the atlas.</param>
    /// <param name="word">What was given.</param>
    public bool TrySideOf(PointId point, string word, out Side side, [NotNullWhen(false)] out string? problem)
    {
        var allowed = atlas.Point(point).Muscle.Sides;
        return TrySide(word, allowed, out side)
            ? Found(true, "", word, [], out problem)
            : Refused($"The point '{point}' has no side '{Shortened(word)}'. Allowed: {string.Join(", ", allowed.Select(Sides.ToWord))}.", out problem);
    }

    /// <summary>The side of a symptom or of a question; midline when none was said, which then speaks about both.</summary>
    /// <param name="word">What was given; null when nothing was.</param>
    public static bool TryAnswerSide(string? word, out Side side, [NotNullWhen(false)] out string? problem)
    {
        side = Side.Midline;
        return word is null || TrySide(word, [Side.Left, Side.Right, Side.Midline], out side)
            ? Found(true, "", "", [], out problem)
            : Refused($"There is no side '{Shortened(word)}'. Allowed: left, right, or none (midline) when both are meant.", out problem);
    }

    public static bool TryQuality(string word, out PainQuality quality, [NotNullWhen(false)] out string? problem)
    {
        foreach (var known in Qualities)
        {
            if (known.ToWord().Equals(word, StringComparison.Ordinal))
            {
                quality = known;
                return Found(true, "", word, [], out problem);
            }
        }

        quality = default;
        ImmutableArray<string> words = [.. Qualities.Select(PainQualities.ToWord)];
        return Refused(
            $"Pain that feels '{Shortened(word)}' is not known. Nearest: {string.Join(", ", NearestNames.Of(word, words, Offered))}. Allowed: {string.Join(", ", words)}.",
            out problem);
    }

    public static bool TryOutcome(string word, out PressOutcome outcome, [NotNullWhen(false)] out string? problem)
    {
        foreach (var known in Enum.GetValues<PressOutcome>())
        {
            if (ReasonWords.WordOf(known).Equals(word, StringComparison.Ordinal))
            {
                outcome = known;
                return Found(true, "", word, [], out problem);
            }
        }

        outcome = default;
        return Refused($"A press cannot bring '{Shortened(word)}'. Allowed: {string.Join(", ", OutcomeWords)}.", out problem);
    }

    /// <summary>Cut so that a problem stays readable, whatever was sent.</summary>
    public static string Shortened(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    private static bool TrySide(string word, ImmutableArray<Side> allowed, out Side side)
    {
        foreach (var known in allowed)
        {
            if (known.ToWord().Equals(word, StringComparison.Ordinal))
            {
                side = known;
                return true;
            }
        }

        side = default;
        return false;
    }

    private static bool Found(bool found, string kind, string name, ImmutableArray<string> known, out string? problem)
    {
        problem = found ? null : $"There is no {kind} '{Shortened(name)}'. Nearest: {string.Join(", ", NearestNames.Of(name, known, Offered))}.";
        return found;
    }

    private static bool Refused(string what, out string problem)
    {
        problem = what;
        return false;
    }
}

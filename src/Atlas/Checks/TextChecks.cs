using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

/// <summary>What people read must be short, plain, said once, and true of both sides.</summary>
internal static partial class TextChecks
{
    /// <summary>Years; a text of some length may be a little harder than the whole.</summary>
    private const double OldestReader = 12;

    private const double OldestReaderOfOneText = 14;

    /// <summary>Words; a shorter text has no reading age of its own: one long name would decide it.</summary>
    private const int ShortestMeasured = 15;

    private const int LongestSentence = 24;

    private const int ShortestRepeated = 4;

    internal static IEnumerable<DataProblem> TextsFitAPhone(AtlasContent content) =>
        from text in AllTexts(content)
        where text.Words.Length > text.Most
        select new DataProblem(text.File, text.Place, $"has {text.Words.Length} characters, allowed are {text.Most}: it would not fit a phone");

    internal static IEnumerable<DataProblem> SentencesAreShort(AtlasContent content) =>
        from text in AllTexts(content)
        from sentence in ReadingAge.SentencesOf(text.Words)
        where ReadingAge.WordsOf(sentence) > LongestSentence
        select new DataProblem(text.File, text.Place, $"has a sentence of {ReadingAge.WordsOf(sentence)} words, allowed are {LongestSentence}: '{Begin(sentence)}'");

    internal static IEnumerable<DataProblem> TextsArePlain(AtlasContent content)
    {
        foreach (var text in AllTexts(content).Where(text => ReadingAge.WordsOf(text.Words) >= ShortestMeasured))
        {
            // Somebody in fear reads a sign of danger: none of these may be harder than the whole.
            var oldest = text.File == "safety.json" ? OldestReader : OldestReaderOfOneText;
            var age = ReadingAge.Of(text.Words);
            if (age > oldest)
            {
                yield return new(text.File, text.Place, $"needs a reader of {age:0} years, allowed is {oldest:0}: '{Begin(text.Words)}'");
            }
        }

        foreach (var file in AllTexts(content).GroupBy(text => text.File, StringComparer.Ordinal))
        {
            var age = ReadingAge.Of(string.Join(' ', file.Select(text => text.Words[^1] is '.' or '?' or '!' ? text.Words : text.Words + ".")));
            if (age > OldestReader)
            {
                yield return new(file.Key, "", $"its texts need a reader of {age:0.0} years, allowed is {OldestReader:0}");
            }
        }
    }

    /// <summary>Two points with the same way to them, or two muscles that feel the same to the word, are a slip of the pen.</summary>
    internal static IEnumerable<DataProblem> TextsAreNotRepeated(AtlasContent content)
    {
        var ofPoints = content.Muscles
            .SelectMany(muscle => muscle.Points.Select(point => (Muscle: muscle, Point: point)))
            .SelectMany(item => (IEnumerable<(string Kind, string Owner, string Text, DataProblem At)>)[
                ("where", item.Point.Id.ToString(), item.Point.Where, new(AtlasReader.FileOf(item.Muscle.Id), $"{item.Point.Id} where", "")),
                ("find.landmarks", item.Point.Id.ToString(), item.Point.Find.Landmarks, new(AtlasReader.FileOf(item.Muscle.Id), $"{item.Point.Id} find.landmarks", "")),
                ("find.feels", item.Muscle.Id.ToString(), item.Point.Find.Feels, new(AtlasReader.FileOf(item.Muscle.Id), $"{item.Point.Id} find.feels", "")),
                ("find.press", item.Muscle.Id.ToString(), item.Point.Find.Press, new(AtlasReader.FileOf(item.Muscle.Id), $"{item.Point.Id} find.press", "")),
            ])
            .Where(item => ReadingAge.WordsOf(item.Text) >= ShortestRepeated)
            .GroupBy(item => $"{item.Kind}: {Folded(item.Text)}", StringComparer.Ordinal)
            .Where(group => group.DistinctBy(item => item.Owner, StringComparer.Ordinal).Count() > 1);
        foreach (var group in ofPoints)
        {
            foreach (var item in group.Skip(1).Where(item => item.Owner != group.First().Owner))
            {
                yield return item.At with { What = $"says the same as {group.First().Owner}: '{Begin(item.Text)}'" };
            }
        }

        foreach (var muscle in content.Muscles)
        {
            foreach (var (place, list) in ListsOf(muscle))
            {
                foreach (var twice in list.GroupBy(Folded, StringComparer.Ordinal).Where(group => group.Count() > 1))
                {
                    yield return new(AtlasReader.FileOf(muscle.Id), place, $"says twice: '{Begin(twice.First())}'");
                }
            }
        }
    }

    /// <summary>Every text is shown for both sides; one that names a side is wrong for the other.</summary>
    internal static IEnumerable<DataProblem> TextsNameNoSide(AtlasContent content) =>
        from muscle in content.Muscles
        where muscle.OnlySide is null
        from text in MuscleTexts.Of(muscle)
        where text.IsAboutOneSide && NamedSide().IsMatch(text.Words)
        select new DataProblem(AtlasReader.FileOf(muscle.Id), text.Place, $"names a side, but is shown for both: '{Begin(text.Words)}'");

    private static IEnumerable<(string File, string Place, string Words, int Most)> AllTexts(AtlasContent content) =>
    [
        .. content.Muscles.SelectMany(muscle => MuscleTexts.Of(muscle).Select(text => (AtlasReader.FileOf(muscle.Id), text.Place, text.Words, text.Most))),
        .. content.Techniques.SelectMany(technique => (IEnumerable<(string, string, string, int)>)[
            ("techniques.json", $"{technique.Id} summary", technique.Summary, 260),
            .. technique.Steps.Index().Select(step => ("techniques.json", $"{technique.Id} steps {step.Index + 1}", step.Item, 240)),
            .. technique.Avoid.Select(text => ("techniques.json", $"{technique.Id} avoid", text, 200)),
        ]),
        .. content.Symptoms.Select(symptom => ("symptoms.json", symptom.Id.ToString(), symptom.Question, 130)),
        .. content.Questions.SelectMany(question => (IEnumerable<(string, string, string, int)>)[
            ("questions.json", question.Id.ToString(), question.Text, 130),
            .. question.Detail is { } detail ? [("questions.json", $"{question.Id} detail", detail, 180)] : Array.Empty<(string, string, string, int)>(),
        ]),
        .. content.Programmes.SelectMany(programme => (IEnumerable<(string, string, string, int)>)[
            ("programmes.json", $"{programme.Id} name", programme.Name, 40),
            ("programmes.json", $"{programme.Id} summary", programme.Summary, 200),
            .. programme.Suits.Select((text, i) => ("programmes.json", $"{programme.Id} suits {i + 1}", text, 130)),
        ]),
        .. content.Causes.Select(cause => ("causes.json", cause.Id.ToString(), cause.Name, 80)),
        .. content.Safety.RedFlags.SelectMany(flag => (IEnumerable<(string, string, string, int)>)[
            ("safety.json", $"{flag.Id} question", flag.Question, 200),
            ("safety.json", $"{flag.Id} action", flag.Action, 240),
            .. flag.Detail is { } detail ? [("safety.json", $"{flag.Id} detail", detail, 220)] : Array.Empty<(string, string, string, int)>(),
        ]),
        .. content.Safety.StopRules.Select((rule, place) => ("safety.json", $"stopRules {place + 1}", rule, 200)),
        .. content.Safety.EndangeredPlaces.Select(place => ("safety.json", $"{place.Id} advice", place.Advice, 200)),
    ];

    private static IEnumerable<(string Place, ImmutableArray<string> List)> ListsOf(Muscle muscle) =>
    [
        ("symptoms", muscle.Symptoms),
        ("avoid", muscle.Avoid),
        ("actions", muscle.Actions),
        ("provokedBy", muscle.ProvokedBy),
        .. muscle.Releases.Select(release => ($"releases {release.Technique} steps", release.Steps)),
    ];

    private static string Folded(string text) => text.ToLowerInvariant().TrimEnd('.');

    private static string Begin(string text) => text.Length <= 50 ? text : text[..50] + "…";

    [GeneratedRegex(@"\b(left|right)(-hand)? (side|arm|leg|hand|foot|hip|shoulder|elbow|knee|thigh|calf|ear|eye|cheek|half|buttock|wrist|thumb|ankle|heel)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedSide();
}

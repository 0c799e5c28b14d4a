using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Charts.Choosing;

/// <summary>Finds muscles by what people feel: in the sentences about their symptoms, and in the complaints they are found with.</summary>
internal static class SymptomSearch
{
    private const int ShortestWord = 3;
    private const int LongestEnding = 2;

    private static readonly ImmutableArray<string> LittleWords = ["the", "and", "with", "when", "from", "your", "you", "for", "that", "have", "has", "feel", "feels", "does", "are", "this", "into"];

    /// <summary>Whether every word that counts begins a word of one sentence about the muscle.</summary>
    internal static bool Fits(AtlasData atlas, Muscle muscle, string symptom)
    {
        var wanted = WordsOf(symptom);
        return wanted.Length > 0 && Sentences(atlas, muscle).Any(sentence =>
        {
            var words = WordsOf(sentence);
            return wanted.All(want => words.Any(word => IsSame(word, want)));
        });
    }

    /// <summary>Words that do lead to a muscle, nearest to what was asked first.</summary>
    internal static ImmutableArray<string> Nearest(AtlasData atlas, string symptom, int count) => NearestNames.Of(
        symptom,
        [
            .. atlas.Priors.Complaints.Select(complaint => complaint.Name)
                .Concat(atlas.Muscles.SelectMany(muscle => Sentences(atlas, muscle)).SelectMany(sentence => WordsOf(sentence)).Where(word => word.Length > ShortestWord + 1))
                .Distinct(StringComparer.Ordinal),
        ],
        count);

    /// <summary>The wanted word begins the other one, or has only an ending more: "stiff" finds "stiffness", and "stiffer" finds "stiff".</summary>
    private static bool IsSame(string word, string want) =>
        word.StartsWith(want, StringComparison.Ordinal)
        || (word.Length > ShortestWord && want.Length - word.Length <= LongestEnding && want.StartsWith(word, StringComparison.Ordinal));

    private static IEnumerable<string> Sentences(AtlasData atlas, Muscle muscle) =>
    [
        .. muscle.Symptoms,
        .. muscle.Signs.Select(sign => atlas.Symptom(sign.Symptom)).SelectMany(symptom => symptom.Synonyms.Append(symptom.Name)),
        .. atlas.PrevalenceOf(muscle.Id).Select(prevalence => prevalence.Complaint.Name),
    ];

    private static ImmutableArray<string> WordsOf(string text) =>
    [
        .. new string(Array.ConvertAll(text.ToLowerInvariant().ToCharArray(), letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= ShortestWord && !LittleWords.Contains(word, StringComparer.Ordinal))
            .Select(word => word.Length > ShortestWord && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word),
    ];
}

using System.Text.RegularExpressions;

namespace Unknot.Atlas.Checks;

/// <summary>
/// How old a reader must be for a text, by the Flesch–Kincaid grade (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a word
/// − 15.59. A grade is a school year in the United States; its pupils are about five years older than its number.
/// </summary>
internal static partial class ReadingAge
{
    private const double YearsBeforeSchool = 5;

    /// <summary>Years; about 5 for the easiest text, 12 for plain prose, 18 and more for a journal. 0 for a text without words.</summary>
    internal static double Of(string text)
    {
        var words = Word().Matches(text);
        if (words.Count == 0)
        {
            return 0;
        }

        var sentences = SentencesOf(text).Count();
        var syllables = words.Sum(word => SyllablesOf(word.Value));
        return (0.39 * words.Count / sentences) + (11.8 * syllables / words.Count) - 15.59 + YearsBeforeSchool;
    }

    /// <summary>The parts of a text between full stops, question and exclamation marks, colons and semicolons.</summary>
    internal static IEnumerable<string> SentencesOf(string text) =>
        EndOfSentence().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    internal static int WordsOf(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Groups of vowels, without a silent e at the end; at least 1. Right for most English words, and a word off by one matters little.</summary>
    internal static int SyllablesOf(string word)
    {
        var letters = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        if (letters.Length > 3)
        {
            letters = SilentEnding().Replace(letters, "");
        }

        return Math.Max(1, Vowels().Count(letters));
    }

    [GeneratedRegex("[A-Za-z']+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?:;])\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndOfSentence();

    [GeneratedRegex("(?<=[^laeiouy])es?$|(?<=[^aeiouytd])ed$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SilentEnding();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vowels();
}

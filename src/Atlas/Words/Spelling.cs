using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>From a word as it was typed to the words of the lexicon that it may be.</summary>
/// <param name="book">Plurals and known misspellings.</param>
/// <param name="vocabulary">Every word there is.</param>
/// <param name="placeWords">Those of them that occur in names of places: likelier to be meant.</param>
internal sealed class Spelling(WordBook book, HashSet<string> vocabulary, HashSet<string> placeWords)
{
    /// <summary>Shorter words have too many neighbours that mean something else.</summary>
    private const int ShortestGuess = 4;

    /// <summary>From this length on two letters may be wrong.</summary>
    private const int LongWord = 7;

    /// <summary>From this length on a text may be two words that run together.</summary>
    private const int ShortestPair = 6;

    private readonly Dictionary<string, string> singular = book.Plurals.ToDictionary(plural => plural.Many, plural => plural.One, StringComparer.Ordinal);
    private readonly ILookup<string, string> misspelled = book.Spellings
        .SelectMany(spelling => spelling.Written.Select(written => (written, spelling.Word)))
        .ToLookup(pair => pair.written, pair => pair.Word, StringComparer.Ordinal);

    private readonly ImmutableArray<string> sorted = [.. vocabulary.Order(StringComparer.Ordinal)];

    /// <summary>Whether a word is a plural that means both sides.</summary>
    internal bool MeansBoth(string word) => singular.ContainsKey(word);

    /// <summary>The words it may be, the likeliest first; empty when none is near.</summary>
    /// <param name="typed">Lower case, without apostrophes.</param>
    /// <param name="edits">How many letters may be wrong, 0 to 2; a short word allows fewer.</param>
    internal ImmutableArray<string> FormsOf(string typed, int edits = 2)
    {
        var forms = new List<string>(3);
        Take(typed);
        foreach (var word in misspelled[typed])
        {
            Take(word);
        }

        foreach (var near in forms.Count == 0 ? Nearest(typed, edits) : [])
        {
            Take(near);
        }

        return [.. forms];

        void Take(string word)
        {
            if (vocabulary.Contains(word))
            {
                forms.Add(word);
            }

            if (singular.TryGetValue(word, out var one))
            {
                if (!vocabulary.Contains(word))
                {
                    forms.Add(word);
                }

                forms.Add(one);
            }
            else if (word.Length > 3 && word.EndsWith('s') && vocabulary.Contains(word[..^1]))
            {
                forms.Add(word[..^1]);
            }
        }
    }

    /// <summary>Two words that were typed as one, such as "lowerback".</summary>
    internal (string First, string Second)? Pair(string typed)
    {
        if (typed.Length < ShortestPair)
        {
            return null;
        }

        for (var cut = 3; cut <= typed.Length - 3; cut++)
        {
            if (vocabulary.Contains(typed[..cut]) && vocabulary.Contains(typed[cut..]) && (placeWords.Contains(typed[..cut]) || placeWords.Contains(typed[cut..])))
            {
                return (typed[..cut], typed[cut..]);
            }
        }

        return null;
    }

    /// <summary>The nearest words, within one wrong letter, or two in a long word that begins the same; those for places first.</summary>
    private IEnumerable<string> Nearest(string typed, int most)
    {
        if (typed.Length < ShortestGuess || !typed.All(char.IsLetter))
        {
            return [];
        }

        var near = new List<string>();
        foreach (var word in sorted.Concat(singular.Keys))
        {
            var allowed = Math.Min(most, typed.Length >= LongWord && word[0] == typed[0] ? 2 : 1);
            if (word.Length < ShortestGuess - 1 || Math.Abs(word.Length - typed.Length) > most || !BeginAlike(typed, word))
            {
                continue;
            }

            var edits = NearestNames.Edits(typed, word);
            if (edits > allowed)
            {
                continue;
            }

            if (edits < most)
            {
                near.Clear();
                most = edits;
            }

            near.Add(word);
        }

        return near.OrderByDescending(placeWords.Contains);
    }

    /// <summary>People seldom miss the first letter; a short word with another one is another word.</summary>
    private static bool BeginAlike(string typed, string word) =>
        typed[0] == word[0] || typed.Length >= LongWord || (typed[0] == word[1] && typed[1] == word[0]);
}

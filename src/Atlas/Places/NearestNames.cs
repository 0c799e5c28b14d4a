using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>What somebody may have meant by a name that the atlas does not have.</summary>
public static class NearestNames
{
    /// <summary>Longer texts are cut: no name is longer, and the work grows with the length.</summary>
    private const int MaxLength = 80;

    /// <summary>Regions of the atlas, nearest first, measured by id, plain name and synonyms.</summary>
    /// <param name="wanted">Any text.</param>
    /// <param name="regions">All there are.</param>
    /// <param name="count">How many at most; 1 or more.</param>
    public static ImmutableArray<Region> Of(string wanted, ImmutableArray<Region> regions, int count) =>
        Nearest(wanted, regions, region => [region.Id.ToString(), region.Name, .. region.Synonyms], region => region.Id.ToString(), count);

    /// <summary>Muscles of the atlas, nearest first, measured by id, plain and Latin name and synonyms.</summary>
    /// <param name="wanted">Any text.</param>
    /// <param name="muscles">All there are.</param>
    /// <param name="count">How many at most; 1 or more.</param>
    public static ImmutableArray<Muscle> Of(string wanted, ImmutableArray<Muscle> muscles, int count) =>
        Nearest(wanted, muscles, muscle => [muscle.Id.ToString(), muscle.Name, muscle.Latin, .. muscle.Synonyms], muscle => muscle.Id.ToString(), count);

    /// <summary>Words or phrases, nearest first.</summary>
    /// <param name="wanted">Any text.</param>
    /// <param name="names">All there are.</param>
    /// <param name="count">How many at most; 1 or more.</param>
    public static ImmutableArray<string> Of(string wanted, ImmutableArray<string> names, int count) => Nearest(wanted, names, name => [name], name => name, count);

    /// <summary>Techniques of the atlas, nearest first, measured by id and name.</summary>
    /// <param name="wanted">Any text.</param>
    /// <param name="techniques">All there are.</param>
    /// <param name="count">How many at most; 1 or more.</param>
    public static ImmutableArray<Technique> Of(string wanted, ImmutableArray<Technique> techniques, int count) =>
        Nearest(wanted, techniques, technique => [technique.Id.ToString(), technique.Name], technique => technique.Id.ToString(), count);

    private static ImmutableArray<T> Nearest<T>(
        string wanted, ImmutableArray<T> candidates, Func<T, ImmutableArray<string>> namesOf, Func<T, string> idOf, int count)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var text = Normal(wanted);
        return
        [
            .. candidates
                .OrderBy(candidate => namesOf(candidate).Min(name => Unlikeness(text, Normal(name))))
                .ThenBy(idOf, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private static string Normal(string text) =>
        (text.Length > MaxLength ? text[..MaxLength] : text).Trim().ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');

    /// <summary>
    /// 0 for equal texts, about 1 for texts with nothing in common: the share of letters to change, halved when every word of the
    /// one is found in the other ("knee" is nearer to "front of knee" than to "shin").
    /// </summary>
    private static double Unlikeness(string a, string b)
    {
        var longest = Math.Max(Math.Max(a.Length, b.Length), 1);
        var share = (double)Edits(a, b) / longest;
        var wordsOfA = a.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var wordsOfB = b.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var contained = wordsOfA is not [] && wordsOfB is not []
            && (wordsOfA.All(word => wordsOfB.Contains(word, StringComparer.Ordinal)) || wordsOfB.All(word => wordsOfA.Contains(word, StringComparer.Ordinal)));
        return contained ? share / 2 : share;
    }

    /// <summary>Letters to insert, remove, change or swap with their neighbour to make one text of the other.</summary>
    internal static int Edits(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, cost[i - 2, j - 2] + 1);
                }

                cost[i, j] = best;
            }
        }

        return cost[a.Length, b.Length];
    }
}

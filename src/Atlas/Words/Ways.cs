using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>The regions on the way from one place to another.</summary>
/// <param name="pathways">Regions in a row, the likelier ways first.</param>
internal sealed class Ways(ImmutableArray<ImmutableArray<RegionId>> pathways)
{
    /// <summary>Both ends included, from the first to the second; null when no pathway joins them.</summary>
    /// <param name="from">Where the pain begins.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="before">The pathway by which it came to the beginning, to be followed further when it can.</param>
    internal Way? Between(PlaceMeaning from, PlaceMeaning to, int? before)
    {
        Way? best = null;
        var bestScore = (IsSame: false, Exact: -1, Touched: 0, Shortness: int.MinValue);
        for (var i = 0; i < pathways.Length; i++)
        {
            if (Along(pathways[i], from, to) is not var (start, end))
            {
                continue;
            }

            var exact = (from.Regions.Contains(pathways[i][start]) ? 1 : 0) + (to.Regions.Contains(pathways[i][end]) ? 1 : 0);
            var touched = pathways[i].Count(region => from.Regions.Contains(region) || to.Regions.Contains(region));
            var score = (i == before, exact, touched, -Math.Abs(end - start));
            if (score.CompareTo(bestScore) > 0)
            {
                bestScore = score;
                best = new Way(i, start <= end ? [.. pathways[i][start..(end + 1)]] : [.. pathways[i][end..(start + 1)].Reverse()]);
            }
        }

        return best;
    }

    private static (int Start, int End)? Along(ImmutableArray<RegionId> pathway, PlaceMeaning from, PlaceMeaning to)
    {
        // A part of the body that is named as a whole begins and ends where it is usually felt.
        var starts = Stations(pathway, from);
        var ends = Stations(pathway, to);
        if (starts is [] || ends is [])
        {
            return null;
        }

        if (ends[^1] > starts[0])
        {
            return (starts[0], ends[^1]);
        }

        return ends[0] < starts[^1] ? (starts[^1], ends[0]) : null;
    }

    private static List<int> Stations(ImmutableArray<RegionId> pathway, PlaceMeaning place) =>
        Stations(pathway, place.Regions) is { Count: > 0 } usual ? usual : Stations(pathway, place.Extent);

    private static List<int> Stations(ImmutableArray<RegionId> pathway, ImmutableArray<RegionId> regions)
    {
        var found = new List<int>();
        for (var i = 0; i < pathway.Length; i++)
        {
            if (regions.Contains(pathway[i]))
            {
                found.Add(i);
            }
        }

        return found;
    }
}

/// <param name="Pathway">Its place in the list.</param>
/// <param name="Regions">Two or more.</param>
internal sealed record Way(int Pathway, ImmutableArray<RegionId> Regions);

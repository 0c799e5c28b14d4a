using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>A marked region: one witness, however many cells of it were painted, because neighbouring cells of one stroke say the same.</summary>
/// <param name="Region">Number of the region in the <see cref="ReferralMap"/>.</param>
/// <param name="Intensity">Mean over the painted area, above 0, at most 1.</param>
/// <param name="Certainty">How far the mark is a statement about the region, above 0, below 1.</param>
/// <param name="Links">The points that refer to what was marked of it, with their mean frequency there.</param>
internal sealed record Sighting(int Region, double Intensity, double Certainty, ImmutableArray<Link> Links)
{
    /// <summary>The sightings of a drawing without problems, in the order of the regions.</summary>
    internal static ImmutableArray<Sighting> Of(Drawing drawing, ReferralMap map)
    {
        var named = new SortedDictionary<int, double>();
        foreach (var (region, intensity) in drawing.Regions)
        {
            var number = map.NumberOf(region);
            named[number] = Math.Max(named.GetValueOrDefault(number), intensity);
        }

        var cells = new SortedDictionary<int, CellPain>();
        foreach (var pain in drawing.Cells)
        {
            var known = cells.GetValueOrDefault(pain.Cell.Value).Intensity;
            cells[pain.Cell.Value] = pain with { Intensity = Math.Max(known, pain.Intensity) };
        }

        var strokes = Strokes.Of([.. cells.Values.Select(pain => pain.Cell)], map);
        var painted = cells.Values.ToLookup(pain => map.RegionOf(pain.Cell));
        return
        [
            .. named.Keys.Union(painted.Select(group => group.Key)).Order()
                .Select(region => named.TryGetValue(region, out var intensity)
                    ? OfNamed(region, intensity, painted[region], map)
                    : OfPainted(region, [.. painted[region]], strokes.PartIn(region), map)),
        ];
    }

    // To name a region and to paint in it says: here, and at least as strongly as said in either way.
    private static Sighting OfNamed(int region, double intensity, IEnumerable<CellPain> painted, ReferralMap map)
    {
        var strongest = painted.Select(pain => pain.Intensity).Append(intensity).Max();
        return new Sighting(region, strongest, Assumptions.Certainty(coverage: 1, strongest), map.Named[region]);
    }

    // A large part of the region, or a large part of what was painted in one piece: a small spot inside a region is as clear a statement
    // as all of it, the edge of a stroke that was meant for the neighbour is not.
    private static Sighting OfPainted(int region, ImmutableArray<CellPain> painted, double partOfStroke, ReferralMap map)
    {
        var area = 0.0;
        var pain = 0.0;
        var referred = new SortedDictionary<int, double>();
        foreach (var (cell, intensity) in painted)
        {
            area += map.AreaOf(cell);
            pain += map.AreaOf(cell) * intensity;
            foreach (var (point, weight) in map.PointsAt(cell))
            {
                referred[point] = referred.GetValueOrDefault(point) + (map.AreaOf(cell) * intensity * weight);
            }
        }

        return new Sighting(
            region,
            Math.Min(pain / area, 1),
            Assumptions.Certainty(Math.Max(area / map.AreaOfRegion[region], partOfStroke), pain / area),
            [.. referred.Select(pair => new Link(pair.Key, Math.Min(pair.Value / pain, 1)))]);
    }
}

using System.Collections.Immutable;
using Unknot.Body;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>A marked region: one witness, however many cells of it were painted, because neighbouring cells of one stroke say the same.</summary>
/// <param name="Region">Number of the region in the <see cref="ReferralMap"/>.</param>
/// <param name="Intensity">Mean over the painted area, above 0, at most 1.</param>
/// <param name="Certainty">How far the mark is a statement about the region, above 0, below 1.</param>
/// <param name="Links">The points that refer to what was marked of it, with their mean frequency in the part that they cover best.</param>
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

        var marks = SkinMarks.Of(drawing, map);

        // A stroke may stray into a region that is said to be free of pain; what is said counts.
        var free = drawing.PainFree.Select(map.NumberOf).ToHashSet();
        var painted = marks.Cells.Where(cell => !free.Contains(map.RegionOf(new CellId(cell)))).ToLookup(cell => map.RegionOf(new CellId(cell)));
        return
        [
            .. named.Keys.Union(painted.Select(group => group.Key).Where(region => marks.Regions.Contains(region) && marks.WeightOf(region) >= Assumptions.LeastWeight)).Order()
                .Select(region => named.TryGetValue(region, out var intensity)
                    ? OfNamed(region, intensity, painted[region], marks, map)
                    : OfPainted(region, painted[region], marks, map)),
        ];
    }

    // To name a region and to paint in it says: here, and at least as strongly as said in either way.
    private static Sighting OfNamed(int region, double intensity, IEnumerable<int> painted, SkinMarks marks, ReferralMap map)
    {
        var strongest = painted.Select(marks.IntensityOf).Append(intensity).Max();
        return new Sighting(region, strongest, Assumptions.Certainty(weight: 1, strongest), Clear(map.Named[region]));
    }

    private static Sighting OfPainted(int region, IEnumerable<int> painted, SkinMarks marks, ReferralMap map)
    {
        var area = 0.0;
        var pain = 0.0;
        var patches = new SortedDictionary<int, List<(double Area, double Weight)>>();
        foreach (var cell in painted)
        {
            var felt = marks.PaintedArea(cell) * marks.IntensityOf(cell);
            area += marks.PaintedArea(cell);
            pain += felt;
            foreach (var (point, weight) in map.PointsAt(new CellId(cell)))
            {
                if (!patches.TryGetValue(point, out var list))
                {
                    patches.Add(point, list = []);
                }

                list.Add((felt, weight));
            }
        }

        var intensity = Math.Min(pain / area, 1);
        return new Sighting(
            region,
            intensity,
            Assumptions.Certainty(marks.WeightOf(region), intensity),
            Clear(patches.Select(pair => new Link(pair.Key, Math.Min(ReferralMap.MeanOfBest(pair.Value, Assumptions.NamedPart * pain), 1)))));
    }

    private static ImmutableArray<Link> Clear(IEnumerable<Link> links) => [.. links.Where(link => link.Weight >= Assumptions.LeastLink)];
}

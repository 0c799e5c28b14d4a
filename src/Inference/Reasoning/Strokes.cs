using System.Collections.Immutable;
using Unknot.Body;

namespace Unknot.Inference.Reasoning;

/// <summary>The connected pieces of what was painted.</summary>
internal sealed class Strokes
{
    private readonly Dictionary<int, double> largestPart;

    private Strokes(Dictionary<int, double> largestPart) => this.largestPart = largestPart;

    /// <param name="painted">Each cell once.</param>
    /// <param name="map">Says which cells touch and how large they are.</param>
    internal static Strokes Of(ImmutableArray<CellId> painted, ReferralMap map)
    {
        var largest = new Dictionary<int, double>();
        var left = painted.ToHashSet();
        foreach (var start in painted)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            var areas = new Dictionary<int, double>();
            var open = new Queue<CellId>([start]);
            while (open.TryDequeue(out var cell))
            {
                var region = map.RegionOf(cell);
                areas[region] = areas.GetValueOrDefault(region) + map.AreaOf(cell);
                foreach (var next in map.NeighboursOf(cell))
                {
                    if (left.Remove(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }

            var total = areas.Values.Sum();
            foreach (var (region, area) in areas)
            {
                largest[region] = Math.Max(largest.GetValueOrDefault(region), area / total);
            }
        }

        return new Strokes(largest);
    }

    /// <summary>The part of one piece that lies in a region, 0 … 1; the largest where several pieces touch it.</summary>
    internal double PartIn(int region) => largestPart.GetValueOrDefault(region);
}

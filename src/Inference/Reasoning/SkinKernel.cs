using System.Collections.Immutable;
using Unknot.Body;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// How exactly a place is meant that somebody paints: half of it is the cell itself, half its neighbours. So a cell at the edge of a region
/// belongs a little to the region beside it, and an edge that the brush strayed over says little.
/// </summary>
internal sealed class SkinKernel
{
    private const double OwnPart = 0.5;

    private readonly ImmutableArray<(int Cell, double Part)>[] parts;

    internal SkinKernel(ReferralMap map)
    {
        parts = new ImmutableArray<(int, double)>[map.CellCount];
        Memberships = new ImmutableArray<(int, double)>[map.CellCount];
        Inwardness = new double[map.CellCount];
        var areas = new double[map.Regions.Length];
        for (var cell = 0; cell < parts.Length; cell++)
        {
            var neighbours = map.NeighboursOf(new CellId(cell));
            var total = neighbours.Sum(map.AreaOf);
            parts[cell] = neighbours.IsEmpty ? [(cell, 1)] : [(cell, OwnPart), .. neighbours.Select(neighbour => (neighbour.Value, (1 - OwnPart) * map.AreaOf(neighbour) / total))];
            Memberships[cell] =
            [
                .. parts[cell].GroupBy(part => map.RegionOf(new CellId(part.Cell)), part => part.Part)
                    .Select(region => (region.Key, region.Sum()))
                    .OrderBy(region => region.Key),
            ];
            var region = map.RegionOf(new CellId(cell));
            var own = Memberships[cell].First(item => item.Region == region).Part;
            Inwardness[cell] = own * own;
            areas[region] += Inwardness[cell] * map.AreaOf(new CellId(cell));
        }

        InwardAreaOf = [.. areas];
    }

    /// <summary>For each cell the regions that it belongs to, with parts that add up to 1; ascending.</summary>
    internal ImmutableArray<(int Region, double Part)>[] Memberships { get; }

    /// <summary>For each cell how far it is from the edge of its region, from above 0 to 1.</summary>
    internal double[] Inwardness { get; }

    /// <summary>For each region the area of its cells, each counted by its <see cref="Inwardness"/>.</summary>
    internal ImmutableArray<double> InwardAreaOf { get; }

    /// <summary>A cell's own value and its neighbours', blurred.</summary>
    internal double Blurred(double[] values, int cell)
    {
        var sum = 0.0;
        foreach (var (other, part) in parts[cell])
        {
            sum += part * values[other];
        }

        return sum;
    }
}

using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>Drawings for tests.</summary>
internal static class Drawings
{
    internal static Drawing Empty { get; } = new() { Regions = [], Cells = [], PainFree = [] };

    internal static Drawing Of(params string[] regions) => Of(1, regions);

    internal static Drawing Of(double intensity, params string[] regions) =>
        Empty with { Regions = [.. regions.Select(region => new RegionPain(RealModel.Region(region), intensity))] };

    internal static Drawing Painted(double intensity, IEnumerable<CellId> cells) =>
        Empty with { Cells = [.. cells.Select(cell => new CellPain(cell, intensity))] };

    /// <summary>Every region of the body.</summary>
    internal static Drawing Everywhere() =>
        Empty with { Regions = [.. RealModel.Map.Regions.Select(region => new RegionPain(region, 1))] };

    /// <summary>Some named regions, a blot of paint and some regions without pain; the same seed gives the same drawing.</summary>
    internal static Drawing Random(int seed)
    {
        var random = new Random(seed);
        var regions = RealModel.Map.Regions.ToArray();
        random.Shuffle(regions);
        var blot = Blot(random);
        var painted = blot.Select(pain => RealModel.Body.RegionOf(pain.Cell)).ToHashSet();
        var free = regions.Reverse().Take(random.Next(4)).Where(region => !painted.Contains(region));
        return new Drawing
        {
            Regions = [.. regions.Take(random.Next(6)).Select(region => new RegionPain(region, 1 - (0.9 * random.NextDouble())))],
            Cells = blot,
            PainFree = [.. free],
        };
    }

    internal static Drawing Mirrored(Drawing drawing) => new()
    {
        Regions = [.. drawing.Regions.Select(pain => pain with { Region = Mirrored(pain.Region) })],
        Cells = [.. drawing.Cells.Select(pain => pain with { Cell = pain.Cell.Mirror })],
        PainFree = [.. drawing.PainFree.Select(Mirrored)],
    };

    internal static SidedRegion Mirrored(SidedRegion region) => region with { Side = region.Side.Mirrored() };

    private static ImmutableArray<CellPain> Blot(Random random)
    {
        var surface = RealModel.Body.Surface;
        var cells = new HashSet<CellId> { new(random.Next(surface.CellCount)) };
        for (var size = random.Next(20); size > 0; size--)
        {
            var edge = surface.NeighboursOf(cells.ElementAt(random.Next(cells.Count)));
            cells.Add(edge[random.Next(edge.Length)]);
        }

        return [.. cells.Select(cell => new CellPain(cell, 1 - (0.9 * random.NextDouble())))];
    }
}

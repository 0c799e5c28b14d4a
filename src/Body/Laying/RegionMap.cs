using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body.Cells;
using Unknot.Body.Meshing;

namespace Unknot.Body.Laying;

/// <summary>
/// Shares the cells of the skin among the regions: each belongs to the region whose strokes are nearest along the skin, and the
/// cells of a region hang together on each side.
/// </summary>
internal sealed class RegionMap
{
    private readonly ImmutableArray<Region> regions;
    private readonly int[] regionOfCell;
    private readonly Dictionary<SidedRegion, ImmutableArray<CellId>> cells = [];

    /// <param name="all">Every region of the atlas; those inside the body own no cells.</param>
    /// <exception cref="InvalidOperationException">There is no region on the skin, or one of them wins no cell.</exception>
    internal RegionMap(ImmutableArray<Region> all, Surface surface, SkinPaths paths)
    {
        regions = [.. all.Where(region => region.Surface == RegionSurface.Skin)];
        if (regions.IsEmpty)
        {
            throw new InvalidOperationException("No region lies on the skin.");
        }

        regionOfCell = Vote(surface, paths);
        var neighbours = LeftNeighbours(surface);
        var sizes = Enumerable.Range(0, regionOfCell.Length).Select(cell => surface.AreaOf(CellId.Of(cell, Side.Left))).ToArray();
        Islands.Dissolve(regionOfCell, regions.Length, cell => neighbours[cell], sizes);
        foreach (var group in surface.Cells.GroupBy(RegionOf))
        {
            cells[group.Key] = [.. group];
        }
    }

    internal SidedRegion RegionOf(CellId cell)
    {
        var region = regions[regionOfCell[cell.Index]];
        return new SidedRegion(region.Id, region.Sides == RegionSides.Midline ? Side.Midline : cell.Side);
    }

    /// <returns>Ascending; empty for a region inside the body.</returns>
    internal ImmutableArray<CellId> CellsOf(SidedRegion region) => cells.GetValueOrDefault(region, []);

    /// <summary>Every vertex goes to the nearest stroke, every cell to the region that has most of it.</summary>
    private int[] Vote(Surface surface, SkinPaths paths)
    {
        var distance = new SkinDistance(surface.Graph);
        for (var region = 0; region < regions.Length; region++)
        {
            foreach (var seed in regions[region].Seeds)
            {
                paths.Start(distance, seed, regions[region].ReachMillimetres, region);
            }
        }

        distance.Spread();
        var shares = new float[surface.CellCount / 2, regions.Length];
        for (var vertex = 0; vertex < surface.Full.LeftCount; vertex++)
        {
            shares[surface.Half.Cells[vertex], distance.OwnerOf(vertex)] += surface.VertexAreas[vertex];
        }

        var winners = new int[surface.CellCount / 2];
        var cellsWon = new int[regions.Length];
        for (var cell = 0; cell < winners.Length; cell++)
        {
            for (var region = 1; region < regions.Length; region++)
            {
                winners[cell] = shares[cell, region] > shares[cell, winners[cell]] ? region : winners[cell];
            }

            cellsWon[winners[cell]]++;
        }

        for (var region = 0; region < regions.Length; region++)
        {
            if (cellsWon[region] == 0)
            {
                GiveOneCell(region, shares, winners, cellsWon);
            }
        }

        return winners;
    }

    /// <summary>A region smaller than the cells it lies in gets the one it has most of, if its owner can spare it.</summary>
    private void GiveOneCell(int region, float[,] shares, int[] winners, int[] cellsWon)
    {
        var best = -1;
        for (var cell = 0; cell < winners.Length; cell++)
        {
            if (cellsWon[winners[cell]] > 1 && shares[cell, region] > (best < 0 ? 0 : shares[best, region]))
            {
                best = cell;
            }
        }

        if (best < 0)
        {
            throw new InvalidOperationException($"Region '{regions[region].Id}' wins no cell of the skin: move its seeds or give it more reach.");
        }

        cellsWon[winners[best]]--;
        cellsWon[region]++;
        winners[best] = region;
    }

    private static int[][] LeftNeighbours(Surface surface) =>
        [.. Enumerable.Range(0, surface.CellCount / 2).Select(cell => surface.NeighboursOf(CellId.Of(cell, Side.Left))
            .Where(neighbour => neighbour.Side == Side.Left)
            .Select(neighbour => neighbour.Index)
            .ToArray())];
}

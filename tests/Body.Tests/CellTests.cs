using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Cells;

namespace Unknot.Body.Tests;

public sealed class CellTests
{
    private static Surface Surface => Shared.Surface;

    [Fact]
    public void There_are_about_two_thousand_cells_one_for_each_seed_and_side()
    {
        var seeds = CellSeeds.Read(AtlasFiles.Embedded().All["cells.json"].Span);
        Assert.Equal(2 * seeds.Length, Surface.CellCount);
        Assert.InRange(Surface.CellCount, 1800, 2400);
    }

    [Fact]
    public void Mirroring_a_cell_twice_gives_it_back_and_once_changes_its_side() =>
        Assert.All(Surface.Cells, cell =>
        {
            Assert.NotEqual(cell, cell.Mirror);
            Assert.Equal(cell, cell.Mirror.Mirror);
            Assert.Equal(cell.Side.Mirrored(), cell.Mirror.Side);
        });

    [Fact]
    public void Left_cells_lie_on_the_persons_left_and_right_cells_on_the_right() =>
        Assert.All(Surface.Cells, cell =>
        {
            var centre = Surface.CentreOf(cell);
            Assert.True(cell.Side == Side.Left ? centre.X > 0 : centre.X < 0, $"{cell} lies at {centre}.");
            Assert.Equal(centre with { X = -centre.X }, Surface.CentreOf(cell.Mirror));
        });

    [Fact]
    public void A_cell_hangs_together_and_keeps_to_its_own_side()
    {
        var (cells, count) = (Surface.Half.Cells, Surface.CellCount / 2);
        for (var cell = 0; cell < count; cell++)
        {
            var members = Enumerable.Range(0, cells.Length).Where(vertex => cells[vertex] == cell).ToHashSet();
            var found = new HashSet<int> { members.First() };
            var waiting = new Queue<int>(found);
            while (waiting.TryDequeue(out var vertex))
            {
                foreach (var next in Surface.Graph.EdgesOf(vertex))
                {
                    if (members.Contains(next) && found.Add(next))
                    {
                        waiting.Enqueue(next);
                    }
                }
            }

            Assert.Equal(members.Count, found.Count);
        }
    }

    [Fact]
    public void The_cells_cover_the_skin_of_both_sides()
    {
        var mesh = Surface.Full.Mesh;
        var skin = Enumerable.Range(0, mesh.TriangleCount).Sum(triangle =>
        {
            var (a, b, c) = mesh.Corners(triangle);
            return Vector3.Cross(b - a, c - a).Length() / 2.0;
        });
        Assert.Equal(skin, Surface.Cells.Sum(cell => (double)Surface.AreaOf(cell)), skin * 1e-4);
        Assert.InRange(skin / 1e6, 1.5, 2.1);
    }

    [Fact]
    public void Cells_are_finer_on_face_and_hand_than_on_the_trunk()
    {
        double MeanArea(Func<Vector3, bool> where) =>
            Surface.Cells.Where(cell => cell.Side == Side.Left && where(Surface.CentreOf(cell))).Average(cell => Surface.AreaOf(cell));

        var trunk = MeanArea(place => place is { Y: > 900 and < 1400, X: < 180 });
        Assert.True(MeanArea(place => place is { Y: > 1540 and < 1680, Z: > 70 }) < trunk / 4);
        Assert.True(MeanArea(place => place is { X: > 330, Y: < 850 }) < trunk / 3);
    }

    [Fact]
    public void Neighbours_are_mutual_mirrored_and_join_the_two_sides_on_the_midline()
    {
        foreach (var cell in Surface.Cells)
        {
            var neighbours = Surface.NeighboursOf(cell);
            Assert.NotEmpty(neighbours);
            Assert.DoesNotContain(cell, neighbours);
            Assert.Equal(neighbours.OrderBy(other => other.Value), neighbours);
            Assert.All(neighbours, other => Assert.Contains(cell, Surface.NeighboursOf(other)));
            Assert.Equal(neighbours.Select(other => other.Mirror).ToHashSet(), Surface.NeighboursOf(cell.Mirror).ToHashSet());
        }

        Assert.Contains(Surface.Cells, cell => Surface.NeighboursOf(cell).Contains(cell.Mirror));
    }

    [Fact]
    public void A_cell_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Surface.CentreOf(new CellId(Surface.CellCount)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Surface.NeighboursOf(new CellId(-1)));
    }

    [Fact]
    public void Pieces_cut_off_from_their_area_go_to_a_neighbour()
    {
        // A row of places with a way around the third: the single 1 among the 0s is an island, the 1s at the end are not.
        int[] areas = [0, 0, 1, 0, 0, 1, 1, 1];
        int[][] neighbours = [[1], [0, 2, 3], [1, 3], [1, 2, 4], [3, 5], [4, 6], [5, 7], [6]];
        Islands.Dissolve(areas, 2, place => neighbours[place], [1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1], areas);
    }
}

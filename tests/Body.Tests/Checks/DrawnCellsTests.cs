using Unknot.Body.Meshing;

namespace Unknot.Body.Tests.Checks;

/// <summary>Every view has every cell that it shows, so that whatever one sees can be marked.</summary>
public sealed class DrawnCellsTests
{
    /// <summary>Close-ups show their part of the body alone and are left out.</summary>
    private static readonly string[] WholeViews = ["front", "back", "left", "right"];

    [Fact]
    public void Every_view_of_every_build_lists_every_cell_in_plain_sight()
    {
        foreach (var build in FigureBuild.All)
        {
            var placed = Shared.Surface.Full.PlacedBy(build);
            var (tree, areas) = (new TriangleTree(placed), placed.VertexAreas());
            foreach (var path in WholeViews.Select(view => PathOf(build, view)))
            {
                var missing = new DrawnCells(path).Missing(placed, tree, areas);
                Assert.True(missing is [], $"{path} lacks {string.Join(", ", missing)}.");
            }
        }
    }

    [Fact]
    public void A_drawing_that_lost_cells_is_found()
    {
        var placed = Shared.Surface.Full.Mesh;
        var front = new DrawnCells(PathOf(FigureBuild.Neutral, "front"));
        var thigh = Shared.Body.CellsOf(new(Atlas.RegionId.Parse("front-of-thigh", null), Atlas.Side.Left));
        Assert.All(thigh, cell => front.Listed.Remove(cell.Value));
        var missing = front.Missing(placed, new TriangleTree(placed), placed.VertexAreas());
        Assert.InRange(missing.Count, thigh.Length / 2, thigh.Length);
        Assert.All(missing, cell => Assert.Contains(cell, thigh));
    }

    private static string PathOf(FigureBuild build, string view) =>
        Path.Combine(Shared.Assets, "figure", build == FigureBuild.Neutral ? "" : build.Id, $"{view}.svg");
}

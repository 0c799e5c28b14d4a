using System.Numerics;
using Unknot.Body.Figure;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests.Checks;

/// <summary>The light mesh is the same body with the same cells.</summary>
public sealed class LightMeshTests
{
    private static HalfBody Light => Shared.Light;

    private static HalfBody Full => Shared.Surface.Half;

    [Fact]
    public void It_has_about_a_quarter_of_the_triangles() => Assert.InRange(Light.Mesh.TriangleCount, 6_500, 8_000);

    [Fact]
    public void Every_cell_has_a_vertex() => Assert.Equal(Full.Cells.Distinct().Order(), Light.Cells.Distinct().Order());

    [Fact]
    public void Every_vertex_lies_on_the_skin_of_its_cell_or_close_beside_it()
    {
        var members = Enumerable.Range(0, Full.Cells.Length).ToLookup(vertex => Full.Cells[vertex], vertex => Full.Mesh.Positions[vertex]);
        for (var vertex = 0; vertex < Light.Mesh.VertexCount; vertex++)
        {
            var place = Light.Mesh.Positions[vertex];
            Assert.InRange(MathF.Sqrt(Shared.Surface.Tree.Nearest(place).DistanceSquared), 0, 1.5f);
            Assert.InRange(members[Light.Cells[vertex]].Min(member => Vector3.Distance(member, place)), 0, 18);
        }
    }

    [Fact]
    public void Lightening_the_same_body_twice_gives_the_same_vertices_and_keeps_cells_that_have_only_one()
    {
        // A cell for every twelfth vertex alone: far more cells than a mesh of this size would keep by chance.
        var cells = Enumerable.Range(0, Light.Cells.Length).Select(vertex => (ushort)(vertex % 12 == 0 ? 1 + (vertex / 12) : 0)).ToArray();
        var body = Light with { Cells = cells };
        var (first, second) = (body.Lightened(Mannequin.Build(), 2_000), body.Lightened(Mannequin.Build(), 2_000));
        Assert.Equal(first.Mesh.Positions, second.Mesh.Positions);
        Assert.Equal(cells.Distinct().Order(), first.Cells.Distinct().Order());
        Assert.InRange(first.Mesh.TriangleCount, 1_900, 3_000);
    }
}

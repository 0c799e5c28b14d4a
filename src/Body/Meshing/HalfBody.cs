using System.Numerics;
using Unknot.Body.Cells;
using Unknot.Body.Field;

namespace Unknot.Body.Meshing;

/// <summary>The left half of the figure as it is stored: its mesh, how open each vertex is to light, and the cell of each vertex.</summary>
/// <param name="Openness">0 … 1, one a vertex.</param>
/// <param name="Cells">Number of the seed, one a vertex.</param>
internal sealed record HalfBody(TriangleMesh Mesh, float[] Openness, ushort[] Cells)
{
    /// <summary>Sizes of the work: the committed assets use <see cref="Full"/>, tests a coarser one.</summary>
    /// <param name="GridStep">Edge of a grid cube in millimetres.</param>
    /// <param name="Triangles">Triangles of the half after decimation.</param>
    internal sealed record Fineness(float GridStep, int Triangles)
    {
        internal static readonly Fineness Full = new(2.5f, 30_500);

        /// <summary>Triangles of the half that slow phones draw.</summary>
        internal const int LightTriangles = 7_500;
    }

    /// <summary>Makes the half body from its description; the same input gives the same bytes.</summary>
    internal static HalfBody Make(BodyField field, Bounds box, ReadOnlySpan<Vector3> seeds, Fineness fineness)
    {
        var mesh = MakeMesh(field, box, fineness);
        var tree = new TriangleTree(mesh);
        return new HalfBody(mesh, AmbientOcclusion.Of(mesh, tree), CellAssignment.Of(mesh, tree, seeds));
    }

    /// <summary>The same body with fewer triangles. Every cell keeps at least one vertex.</summary>
    /// <param name="triangles">Wanted; more are left when the cells allow no fewer.</param>
    internal HalfBody Lightened(BodyField field, int triangles)
    {
        var (reduced, kept) = Decimation.Reduce(Mesh, triangles, LightDetail, Cells);
        SkinFit.Project(reduced, field, steps: 1, longestStep: 2);
        var (sorted, before) = MeshOrder.Sorted(reduced);

        // Light is taken from the full mesh: the coarse one would shade itself in every fold.
        return new HalfBody(sorted, AmbientOcclusion.Of(sorted, new TriangleTree(Mesh)), Array.ConvertAll(before, vertex => kept[vertex]));
    }

    internal static TriangleMesh MakeMesh(BodyField field, Bounds box, Fineness fineness)
    {
        var fine = SurfaceNets.Extract(field, box, fineness.GridStep);
        SkinFit.Relax(fine, rounds: 2);
        SkinFit.Project(fine, field, steps: 2, longestStep: fineness.GridStep);
        fine = Refinement.Split(fine, place => Detail(place) >= FinestDetail);
        SkinFit.Project(fine, field, steps: 2, longestStep: fineness.GridStep);
        var reduced = Decimation.Reduce(fine, fineness.Triangles, Detail);
        SkinFit.Project(reduced, field, steps: 1, longestStep: 2);
        return MeshOrder.Sorted(reduced).Mesh;
    }

    /// <summary>Where the shape weighs as much as this, the grid is too coarse for it.</summary>
    private const float FinestDetail = 30;

    /// <summary>With so few triangles hands and feet would eat what the face needs.</summary>
    private static float LightDetail(Vector3 place) => Detail(place) switch
    {
        >= 60 => 30,
        >= 8 => 5,
        var detail => MathF.Min(2, detail),
    };

    /// <summary>Face, hands and feet keep more of their shape than their size would earn.</summary>
    private static float Detail(Vector3 place) => place switch
    {
        { X: > 11 and < 53, Y: > 1621 and < 1648, Z: > 76 } => 500,
        { X: < 31, Y: > 1552 and < 1580, Z: > 80 } => 500,
        { X: < 54, Y: > 1546 and < 1662, Z: > 76 } => 60,
        { X: > 65, Y: > 1586 and < 1664, Z: > -38 and < 22 } => 30,
        { Y: > 1515, Z: > 40 } => 8,
        { Y: > 1515 } => 4,
        { X: > 330, Y: < 960 } => 4,
        { Y: < 75 } => 4,
        _ => 1,
    };
}

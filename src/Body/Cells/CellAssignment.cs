using System.Numerics;
using Unknot.Body.Meshing;

namespace Unknot.Body.Cells;

/// <summary>Cuts the left half into cells: every vertex belongs to the seed that is nearest along the skin.</summary>
internal static class CellAssignment
{
    /// <returns>The number of the seed for each vertex; the vertices of a cell hang together along edges.</returns>
    /// <exception cref="InvalidOperationException">A seed got no vertex: the mesh is too coarse there or the seed lies elsewhere.</exception>
    internal static ushort[] Of(TriangleMesh half, TriangleTree tree, ReadOnlySpan<Vector3> seeds)
    {
        var graph = new SkinGraph(half.Positions, half.Triangles);
        var distance = new SkinDistance(graph);
        for (var seed = 0; seed < seeds.Length; seed++)
        {
            var place = tree.Nearest(seeds[seed]);
            for (var corner = 0; corner < 3; corner++)
            {
                var vertex = half.Triangles[(3 * place.Triangle) + corner];
                distance.Start(vertex, Vector3.Distance(half.Positions[vertex], place.Position), seed);
            }
        }

        distance.Spread();
        var cells = new int[half.VertexCount];
        for (var vertex = 0; vertex < cells.Length; vertex++)
        {
            cells[vertex] = distance.OwnerOf(vertex);
        }

        Islands.Dissolve(cells, seeds.Length, graph.EdgesOf, half.VertexAreas());
        var owned = new bool[seeds.Length];
        foreach (var cell in cells)
        {
            owned[cell] = true;
        }

        var empty = Array.IndexOf(owned, false);
        return empty < 0
            ? Array.ConvertAll(cells, cell => (ushort)cell)
            : throw new InvalidOperationException($"Seed {empty} at {seeds[empty]} mm owns no vertex of the skin.");
    }
}

namespace Unknot.Body.Meshing;

/// <summary>Renumbers triangles and vertices so that neighbours have near numbers: smaller when compressed, faster to draw.</summary>
internal static class MeshOrder
{
    /// <returns>The mesh, and the number that each of its vertices had before.</returns>
    internal static (TriangleMesh Mesh, int[] Before) Sorted(TriangleMesh mesh)
    {
        var around = TrianglesAround(mesh);
        var triangles = new List<int>(mesh.Triangles.Length);
        var used = new bool[mesh.TriangleCount];
        var numbers = new int[mesh.VertexCount];
        Array.Fill(numbers, -1);
        var vertices = new List<int>(mesh.VertexCount);
        var waiting = new Queue<int>();
        foreach (var start in Enumerable.Range(0, mesh.TriangleCount).OrderBy(triangle => mesh.Corners(triangle).A.Y))
        {
            Visit(start);
            while (waiting.TryDequeue(out var triangle))
            {
                foreach (var vertex in mesh.Triangles.AsSpan(3 * triangle, 3))
                {
                    if (numbers[vertex] < 0)
                    {
                        numbers[vertex] = vertices.Count;
                        vertices.Add(vertex);
                    }

                    triangles.Add(numbers[vertex]);
                }

                foreach (var vertex in mesh.Triangles.AsSpan(3 * triangle, 3))
                {
                    around[vertex].ForEach(Visit);
                }
            }
        }

        var sorted = new TriangleMesh(
            [.. vertices.Select(vertex => mesh.Positions[vertex])], [.. vertices.Select(vertex => mesh.Normals[vertex])], [.. triangles]);
        return (sorted, [.. vertices]);

        void Visit(int triangle)
        {
            if (!used[triangle])
            {
                used[triangle] = true;
                waiting.Enqueue(triangle);
            }
        }
    }

    private static List<int>[] TrianglesAround(TriangleMesh mesh)
    {
        var around = new List<int>[mesh.VertexCount];
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            (around[mesh.Triangles[i]] ??= []).Add(i / 3);
        }

        return around;
    }
}

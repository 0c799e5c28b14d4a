using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>
/// Triangles in millimetres, counter-clockwise seen from outside. The left half of the figure is open along the midline: the
/// vertices of that seam have x = 0 exactly.
/// </summary>
internal sealed class TriangleMesh(Vector3[] positions, Vector3[] normals, int[] triangles)
{
    internal Vector3[] Positions { get; } = positions;

    /// <summary>Unit vectors, one a vertex.</summary>
    internal Vector3[] Normals { get; } = normals;

    /// <summary>Three vertex numbers a triangle.</summary>
    internal int[] Triangles { get; } = triangles;

    internal int VertexCount => Positions.Length;

    internal int TriangleCount => Triangles.Length / 3;

    internal bool IsOnSeam(int vertex) => Positions[vertex].X == 0;

    internal (Vector3 A, Vector3 B, Vector3 C) Corners(int triangle) =>
        (Positions[Triangles[3 * triangle]], Positions[Triangles[(3 * triangle) + 1]], Positions[Triangles[(3 * triangle) + 2]]);

    /// <summary>A third of the triangles around each vertex, in square millimetres.</summary>
    internal float[] VertexAreas()
    {
        var areas = new float[VertexCount];
        for (var triangle = 0; triangle < TriangleCount; triangle++)
        {
            var (a, b, c) = Corners(triangle);
            var share = Vector3.Cross(b - a, c - a).Length() / 6;
            for (var corner = 0; corner < 3; corner++)
            {
                areas[Triangles[(3 * triangle) + corner]] += share;
            }
        }

        return areas;
    }
}

using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>
/// Both halves as one closed mesh: the vertices of the left half keep their numbers, the mirrored ones follow, and the vertices
/// of the seam belong to both.
/// </summary>
internal sealed class MirroredMesh
{
    private readonly int[] mirrors;

    internal MirroredMesh(TriangleMesh half)
    {
        var leftCount = half.VertexCount;
        var right = Enumerable.Range(0, leftCount).Where(vertex => !half.IsOnSeam(vertex)).ToArray();
        mirrors = new int[leftCount + right.Length];
        for (var vertex = 0; vertex < leftCount; vertex++)
        {
            mirrors[vertex] = vertex;
        }

        for (var i = 0; i < right.Length; i++)
        {
            mirrors[leftCount + i] = right[i];
            mirrors[right[i]] = leftCount + i;
        }

        var mirror = new Vector3(-1, 1, 1);
        var triangles = new int[2 * half.Triangles.Length];
        half.Triangles.CopyTo(triangles, 0);
        for (var i = 0; i < half.Triangles.Length; i += 3)
        {
            var at = half.Triangles.Length + i;
            triangles[at] = mirrors[half.Triangles[i]];
            triangles[at + 1] = mirrors[half.Triangles[i + 2]];
            triangles[at + 2] = mirrors[half.Triangles[i + 1]];
        }

        Mesh = new TriangleMesh(
            [.. half.Positions, .. right.Select(vertex => half.Positions[vertex] * mirror)],
            [.. half.Normals, .. right.Select(vertex => half.Normals[vertex] * mirror)],
            triangles);
        LeftCount = leftCount;
    }

    internal TriangleMesh Mesh { get; }

    /// <summary>Vertices of the left half, those of the seam included.</summary>
    internal int LeftCount { get; }

    /// <summary>The mesh of a build: the same vertices and triangles, placed.</summary>
    internal TriangleMesh PlacedBy(FigureBuild build)
    {
        var (positions, normals) = (new Vector3[Mesh.VertexCount], new Vector3[Mesh.VertexCount]);
        for (var vertex = 0; vertex < positions.Length; vertex++)
        {
            positions[vertex] = build.Place(Mesh.Positions[vertex]);
            normals[vertex] = build.Direction(Mesh.Positions[vertex], Mesh.Normals[vertex]);
        }

        return new TriangleMesh(positions, normals, Mesh.Triangles);
    }

    /// <summary>The same place on the other side; a vertex of the seam is its own mirror.</summary>
    internal int MirrorOf(int vertex) => mirrors[vertex];

    /// <summary>The vertex of the left half that this one is or mirrors.</summary>
    internal int LeftOf(int vertex) => vertex < LeftCount ? vertex : mirrors[vertex];
}

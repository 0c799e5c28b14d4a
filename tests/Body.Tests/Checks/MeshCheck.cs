using System.Numerics;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests.Checks;

/// <summary>What is wrong with a mesh that should be one closed skin.</summary>
internal static class MeshCheck
{
    /// <summary>Square millimetres; smaller triangles have no direction that single precision can tell.</summary>
    private const float SmallestDoubleArea = 1e-3f;

    /// <returns>One sentence a kind of trouble; empty when the mesh is closed, manifold, in one piece and without handles.</returns>
    internal static IReadOnlyList<string> ProblemsOf(TriangleMesh mesh)
    {
        var problems = new List<string>();
        var edges = new Dictionary<(int From, int To), int>();
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var edge = (mesh.Triangles[i], mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1]);
            edges[edge] = edges.GetValueOrDefault(edge) + 1;
        }

        Report(edges.Count(edge => edge.Value > 1), "edges run twice the same way: more than two triangles meet, or one is turned over");
        Report(edges.Keys.Count(edge => !edges.ContainsKey((edge.To, edge.From))), "edges are open");
        Report(DoubledTriangles(mesh), "triangles are there twice");
        Report(Enumerable.Range(0, mesh.TriangleCount).Count(triangle => IsDegenerate(mesh, triangle)), "triangles have no area");
        Report(mesh.VertexCount - mesh.Positions.Distinct().Count(), "vertices lie on another");
        Report(PinchedVertices(mesh), "vertices join sheets that share no edge there");
        Report(PiecesOf(mesh) - 1, "pieces besides the first");
        var euler = mesh.VertexCount - (edges.Keys.Count(edge => edge.From < edge.To || !edges.ContainsKey((edge.To, edge.From)))) + mesh.TriangleCount;
        Report(Math.Abs(euler - 2), "more or less than the Euler number of a sphere: there are holes or handles");
        return problems;

        void Report(int count, string what)
        {
            if (count > 0)
            {
                problems.Add($"{count} {what}");
            }
        }
    }

    /// <summary>Triangles that face more than a right angle away from where the same triangle faces in another mesh.</summary>
    internal static int FlippedBeside(TriangleMesh mesh, TriangleMesh other) => Enumerable.Range(0, mesh.TriangleCount)
        .Count(triangle => Vector3.Dot(FacingOf(mesh, triangle), FacingOf(other, triangle)) <= 0);

    private static Vector3 FacingOf(TriangleMesh mesh, int triangle)
    {
        var (a, b, c) = mesh.Corners(triangle);
        return Vector3.Cross(b - a, c - a);
    }

    private static bool IsDegenerate(TriangleMesh mesh, int triangle)
    {
        var corners = mesh.Triangles.AsSpan(3 * triangle, 3);
        return corners[0] == corners[1] || corners[1] == corners[2] || corners[2] == corners[0]
            || FacingOf(mesh, triangle).Length() < SmallestDoubleArea;
    }

    private static int DoubledTriangles(TriangleMesh mesh) => mesh.TriangleCount - Enumerable.Range(0, mesh.TriangleCount)
        .Select(triangle => mesh.Triangles.AsSpan(3 * triangle, 3).ToArray().Order().ToArray())
        .Select(corners => (corners[0], corners[1], corners[2]))
        .Distinct()
        .Count();

    /// <summary>Vertices around which the triangles do not form one fan.</summary>
    private static int PinchedVertices(TriangleMesh mesh)
    {
        var links = new Dictionary<int, int>[mesh.VertexCount];
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var first = i - (i % 3);
            var (next, last) = (mesh.Triangles[first + ((i + 1) % 3)], mesh.Triangles[first + ((i + 2) % 3)]);
            (links[mesh.Triangles[i]] ??= [])[next] = last;
        }

        return links.Count(link => link is not null && LengthOfFan(link) != link.Count);
    }

    private static int LengthOfFan(Dictionary<int, int> link)
    {
        var start = link.Keys.First();
        var (at, length) = (start, 0);
        while (length < link.Count && link.TryGetValue(at, out at))
        {
            length++;
            if (at == start)
            {
                break;
            }
        }

        return length;
    }

    private static int PiecesOf(TriangleMesh mesh)
    {
        var graph = new SkinGraph(mesh.Positions, mesh.Triangles);
        return Patches.PiecesOf(Enumerable.Range(0, mesh.VertexCount).ToHashSet(), vertex => graph.EdgesOf(vertex).ToArray());
    }
}

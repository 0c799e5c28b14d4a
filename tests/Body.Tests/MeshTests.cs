using System.Numerics;
using Unknot.Body.Field;
using Unknot.Body.Figure;
using Unknot.Body.Meshing;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

public sealed class MeshTests
{
    private static readonly HalfBody.Fineness Coarse = new(9, 3000);

    private static readonly Vector3[] CoarseSeeds =
        [new(40, 1700, 60), new(100, 1300, 80), new(100, 1300, -120), new(240, 1200, 0), new(100, 700, 70), new(100, 300, 30), new(110, 20, 60)];

    [Fact]
    public void The_half_mesh_is_manifold_and_open_only_along_the_midline()
    {
        var mesh = Shared.Surface.Half.Mesh;
        var directed = DirectedEdges(mesh);
        foreach (var ((a, b), count) in directed)
        {
            Assert.Equal(1, count);
            if (!directed.ContainsKey((b, a)))
            {
                Assert.True(mesh.IsOnSeam(a) && mesh.IsOnSeam(b), $"An open edge lies at {mesh.Positions[a]}.");
            }
        }
    }

    [Fact]
    public void Both_halves_together_are_one_closed_skin_without_handles()
    {
        var mesh = Shared.Surface.Full.Mesh;
        var directed = DirectedEdges(mesh);
        Assert.All(directed, edge => Assert.True(edge.Value == 1 && directed.ContainsKey((edge.Key.B, edge.Key.A))));

        // Euler: vertices − edges + faces = 2 for a sphere. More pieces or handles give another number.
        Assert.Equal(2, mesh.VertexCount - (directed.Count / 2) + mesh.TriangleCount);
        var distance = new SkinDistance(Shared.Surface.Graph);
        distance.Start(0, 0, 0);
        distance.Spread();
        Assert.Equal(mesh.VertexCount, distance.Reached.Count);
    }

    [Fact]
    public void The_mesh_is_a_person_of_1750_mm_standing_on_the_floor_with_the_outside_outside()
    {
        var mesh = Shared.Surface.Full.Mesh;
        Assert.InRange(mesh.Positions.Min(position => position.Y), -0.5f, 0.5f);
        Assert.InRange(mesh.Positions.Max(position => position.Y), 1745, 1755);
        var litres = 0.0;
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            var (a, b, c) = mesh.Corners(triangle);
            litres += Vector3.Dot(a, Vector3.Cross(b, c)) / 6e6;
        }

        // Wound inwards, the volume would be negative.
        Assert.InRange(litres, 60, 90);
    }

    [Fact]
    public void Normals_point_the_way_their_triangles_face()
    {
        var mesh = Shared.Surface.Half.Mesh;
        var facing = Enumerable.Range(0, mesh.TriangleCount).Count(triangle =>
        {
            var (a, b, c) = mesh.Corners(triangle);
            return Vector3.Dot(Vector3.Cross(b - a, c - a), mesh.Normals[mesh.Triangles[3 * triangle]]) > 0;
        });
        Assert.InRange(facing / (double)mesh.TriangleCount, 0.995, 1);
        Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-4f));
    }

    [Fact]
    public void Every_vertex_lies_on_the_skin_of_the_figure()
    {
        var field = Mannequin.Build();
        var mesh = Shared.Surface.Half.Mesh;
        for (var vertex = 0; vertex < mesh.VertexCount; vertex += 97)
        {
            var position = mesh.Positions[vertex];
            var box = new Bounds(position - new Vector3(3), position + new Vector3(3));
            Assert.InRange(field.Near(box).Distance(position), -1, 1);
        }
    }

    [Fact]
    public void The_half_body_survives_writing_and_reading()
    {
        var body = Shared.Surface.Half;
        var again = Glb.Read(Glb.Write(body));
        Assert.Equal(body.Mesh.Triangles, again.Mesh.Triangles);
        Assert.Equal(body.Cells, again.Cells);
        for (var vertex = 0; vertex < body.Mesh.VertexCount; vertex++)
        {
            Assert.InRange(Vector3.Distance(body.Mesh.Positions[vertex], again.Mesh.Positions[vertex]), 0, 0.03f);
            Assert.Equal(body.Mesh.IsOnSeam(vertex), again.Mesh.IsOnSeam(vertex));
        }
    }

    [Fact]
    public void A_file_that_is_no_mesh_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Glb.Read("Not a binary glTF file at all."u8));

    [Fact]
    public void Making_the_body_twice_gives_the_same_bytes()
    {
        var first = Glb.Write(HalfBody.Make(Mannequin.Build(), Mannequin.LeftHalf, CoarseSeeds, Coarse));
        var second = Glb.Write(HalfBody.Make(Mannequin.Build(), Mannequin.LeftHalf, CoarseSeeds, Coarse));
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_seed_that_owns_no_skin_is_refused()
    {
        Vector3[] twins = [.. CoarseSeeds, CoarseSeeds[0]];
        var error = Assert.Throws<InvalidOperationException>(() => HalfBody.Make(Mannequin.Build(), Mannequin.LeftHalf, twins, Coarse));
        Assert.Contains("Seed 7", error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<(int A, int B), int> DirectedEdges(TriangleMesh mesh)
    {
        var edges = new Dictionary<(int, int), int>();
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var edge = (mesh.Triangles[i], mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1]);
            edges[edge] = edges.GetValueOrDefault(edge) + 1;
        }

        return edges;
    }
}

using System.Numerics;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests.Checks;

/// <summary>Both levels of detail, in every build, are one closed skin; and the check sees it when one is not.</summary>
public sealed class ClosedSkinTests
{
    public static TheoryData<bool, string> Meshes
    {
        get
        {
            var data = new TheoryData<bool, string>();
            foreach (var build in FigureBuild.All)
            {
                data.Add(false, build.Id);
                data.Add(true, build.Id);
            }

            return data;
        }
    }

    private static TriangleMesh Sound => new MirroredMesh(Shared.Light.Mesh).Mesh;

    [Theory]
    [MemberData(nameof(Meshes))]
    public void Both_halves_together_are_one_closed_skin_in_every_build(bool isLight, string id)
    {
        var both = isLight ? new MirroredMesh(Shared.Light.Mesh) : Shared.Surface.Full;
        var build = FigureBuild.All.Single(build => build.Id == id);
        var placed = both.PlacedBy(build);
        Assert.Empty(MeshCheck.ProblemsOf(placed));
        Assert.Equal(0, MeshCheck.FlippedBeside(placed, both.Mesh));
        Assert.All(placed.Normals, normal => Assert.Equal(1, normal.Length(), 1e-4f));
        Assert.InRange(placed.Positions.Max(place => place.Y), 1745, 1755);
        Assert.InRange(placed.Positions.Min(place => place.Y), -4, 2);
    }

    [Fact]
    public void A_missing_triangle_leaves_open_edges() =>
        Assert.Contains(MeshCheck.ProblemsOf(With(triangles: [.. Sound.Triangles[3..]])), problem => problem == "3 edges are open");

    [Fact]
    public void A_triangle_turned_over_runs_along_its_neighbours() => Assert.Contains(
        MeshCheck.ProblemsOf(With(triangles: [Sound.Triangles[0], Sound.Triangles[2], Sound.Triangles[1], .. Sound.Triangles[3..]])),
        problem => problem.Contains("run twice the same way", StringComparison.Ordinal));

    [Fact]
    public void A_triangle_that_is_there_twice_is_found() => Assert.Contains(
        MeshCheck.ProblemsOf(With(triangles: [.. Sound.Triangles, .. Sound.Triangles[..3]])), problem => problem == "1 triangles are there twice");

    [Fact]
    public void Vertices_in_one_place_are_found_and_so_are_the_triangles_that_lose_their_area()
    {
        Vector3[] positions = [.. Sound.Positions];
        positions[Sound.Triangles[1]] = positions[Sound.Triangles[0]];
        var problems = MeshCheck.ProblemsOf(With(positions));
        Assert.Contains("1 vertices lie on another", problems);
        Assert.Contains("2 triangles have no area", problems);
    }

    [Fact]
    public void Sheets_that_meet_in_one_vertex_are_found()
    {
        // The skin joined to itself: the crown and a toe become the same vertex.
        var sound = Sound;
        var (crown, toe) = (Extreme(place => place.Y), Extreme(place => place.Z - place.Y));
        var problems = MeshCheck.ProblemsOf(With(triangles: Array.ConvertAll(sound.Triangles, vertex => vertex == toe ? crown : vertex)));
        Assert.Contains("1 vertices join sheets that share no edge there", problems);

        int Extreme(Func<Vector3, float> measure) => Enumerable.Range(0, sound.VertexCount).MaxBy(vertex => measure(sound.Positions[vertex]));
    }

    [Fact]
    public void A_second_piece_is_found()
    {
        var sound = Sound;
        var twice = new TriangleMesh(
            [.. sound.Positions, .. sound.Positions.Select(place => place + new Vector3(0, 0, 3000))],
            [.. sound.Normals, .. sound.Normals],
            [.. sound.Triangles, .. sound.Triangles.Select(vertex => vertex + sound.VertexCount)]);
        Assert.Contains("1 pieces besides the first", MeshCheck.ProblemsOf(twice));
    }

    [Fact]
    public void A_map_that_turns_the_skin_inside_out_is_found()
    {
        var sound = Sound;
        var mirrored = With([.. sound.Positions.Select(place => place with { Z = -place.Z })]);
        Assert.InRange(MeshCheck.FlippedBeside(mirrored, sound), sound.TriangleCount / 4, sound.TriangleCount);
    }

    private static TriangleMesh With(Vector3[]? positions = null, int[]? triangles = null) =>
        new(positions ?? Sound.Positions, Sound.Normals, triangles ?? Sound.Triangles);
}

using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Unknot.Body.Builds;

namespace Unknot.Body.Tests;

/// <summary>What everything that is shared between the builds relies on.</summary>
public sealed class FigureBuildTests
{
    /// <summary>Samples of the map for the browser's version of it, kept true by <see cref="The_samples_for_the_browser_are_true"/>.</summary>
    private static readonly string SamplesPath = Path.Combine(Shared.Root, "src/Web/islands/src/body-map/testing/build-samples.json");

    public static TheoryData<string> Ids => [.. FigureBuild.All.Select(build => build.Id)];

    private static IEnumerable<Vector3> Lattice =>
        from y in Enumerable.Range(0, 61)
        from x in Enumerable.Range(-13, 27)
        from z in Enumerable.Range(-5, 11)
        select new Vector3(40 * x, 30 * y, 40 * z);

    [Fact]
    public void The_neutral_build_leaves_every_place_and_direction_as_it_is() => Assert.All(Lattice, place =>
    {
        Assert.Equal(place, FigureBuild.Neutral.Place(place));
        Assert.InRange(Vector3.Distance(Vector3.UnitX, FigureBuild.Neutral.Direction(place, Vector3.UnitX)), 0, 1e-6f);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_build_is_the_same_on_both_sides_and_keeps_the_midline_and_every_height(string id)
    {
        var build = Named(id);
        Assert.All(Lattice, place =>
        {
            var there = build.Place(place);
            Assert.Equal(place.Y, there.Y);
            Assert.Equal(there with { X = -there.X }, build.Place(place with { X = -place.X }));
            Assert.Equal(place.X == 0, there.X == 0);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_build_never_folds_or_squeezes_the_space_around_the_figure(string id)
    {
        var build = Named(id);
        Assert.All(Lattice, place => Assert.InRange(VolumeAt(build, place), 0.6f, 1.5f));
    }

    [Fact]
    public void The_measure_of_folding_sees_a_fold() => Assert.True(VolumeAt(place => place with { X = -0.2f * place.X }, new(100, 1000, 0)) < 0);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_build_has_no_edges_where_its_pieces_meet(string id)
    {
        var build = Named(id);
        const float Step = 0.5f;
        foreach (var place in Lattice)
        {
            for (var along = 0f; along < 30; along += 3)
            {
                var at = place + new Vector3(along, along, 0);
                foreach (var axis in (ReadOnlySpan<Vector3>)[Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ])
                {
                    var bend = build.Place(at + (axis * Step)) + build.Place(at - (axis * Step)) - (2 * build.Place(at));
                    Assert.True(bend.Length() / Step < 0.02f, $"The slope jumps by {bend.Length() / Step} at {at} along {axis}.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Head_feet_and_the_form_of_the_hands_are_those_of_the_neutral_figure(string id)
    {
        var build = Named(id);
        var positions = Shared.Surface.Half.Mesh.Positions;
        Assert.All(positions.Where(place => place.Y is > 1540 or < 480), place => Assert.Equal(place, build.Place(place)));
        var shifts = positions.Where(place => place is { X: > 310, Y: < 900 }).Select(place => build.Place(place) - place).ToArray();
        Assert.NotEmpty(shifts);
        Assert.All(shifts, shift => Assert.InRange(Vector3.Distance(shift, shifts[0]), 0, 0.01f));
    }

    [Fact]
    public void The_builds_differ_where_their_names_say_by_the_published_measures()
    {
        var (shoulders, hips) = (Named("broad-shoulders"), Named("broad-hips"));
        var acromion = Shared.Body.PositionOf(Atlas.Place.Parse("acromion"), Atlas.Side.Left);
        var trochanter = Shared.Body.PositionOf(Atlas.Place.Parse("greater-trochanter"), Atlas.Side.Left);
        Assert.InRange(shoulders.Place(acromion).X - hips.Place(acromion).X, 10, 20);
        Assert.InRange(hips.Place(trochanter).X - shoulders.Place(trochanter).X, 20, 32);

        // Half-way between the builds lies the neutral figure.
        Assert.All(Lattice, place =>
            Assert.InRange(Vector3.Distance(place, (shoulders.Place(place) + hips.Place(place)) / 2), 0, 0.02f));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Normals_stay_upright_on_the_placed_skin(string id)
    {
        var build = Named(id);
        var half = Shared.Surface.Half.Mesh;
        for (var triangle = 0; triangle < half.TriangleCount; triangle += 11)
        {
            var (a, b, c) = half.Corners(triangle);
            var facing = Vector3.Normalize(Vector3.Cross(b - a, c - a));
            var placed = Vector3.Normalize(Vector3.Cross(build.Place(b) - build.Place(a), build.Place(c) - build.Place(a)));
            Assert.InRange(Vector3.Dot(placed, build.Direction((a + b + c) / 3, facing)), 0.995f, 1.001f);
        }
    }

    /// <summary>When this fails because the builds changed: the message has the path of the file to copy.</summary>
    [Fact]
    public void The_samples_for_the_browser_are_true()
    {
        var samples = Samples();
        var fresh = Path.Combine(AppContext.BaseDirectory, "build-samples.json");
        File.WriteAllText(fresh, samples);
        Assert.True(File.Exists(SamplesPath) && File.ReadAllText(SamplesPath) == samples, $"Copy {fresh} to {SamplesPath}.");
    }

    private static string Samples()
    {
        var places = Lattice.Where((_, i) => i % 331 == 0).Concat([new(160, 1310, -20), new(-172, 1345.5f, 31), new(205, 1120, 0), new(-188, 860, 40), new(30, 1500, -60)]);
        var rows = from build in FigureBuild.All
                   from place in places
                   let normal = Vector3.Normalize(new Vector3(place.X / 100, 1, (place.Z / 50) + 0.3f))
                   select $"  {{ \"build\": \"{build.Id}\", \"at\": {Json(place)}, \"place\": {Json(build.Place(place))}, \"normal\": {Json(normal)}, \"direction\": {Json(build.Direction(place, normal))} }}";
        return $"{{\n\"table\": {JsonSerializer.Serialize(JsonDocument.Parse(BuildTable.Write()))},\n\"samples\": [\n{string.Join(",\n", rows)}\n]\n}}\n";

        static string Json(Vector3 v) => string.Create(CultureInfo.InvariantCulture, $"[{v.X:0.####}, {v.Y:0.####}, {v.Z:0.####}]");
    }

    private static FigureBuild Named(string id) => FigureBuild.All.Single(build => build.Id == id);

    private static float VolumeAt(FigureBuild build, Vector3 place) => VolumeAt(build.Place, place);

    /// <summary>What a small cube grows or shrinks to; below 0 when it is turned inside out.</summary>
    private static float VolumeAt(Func<Vector3, Vector3> map, Vector3 place)
    {
        Vector3 Slope(Vector3 axis) => map(place + axis) - map(place - axis);
        return Vector3.Dot(Slope(Vector3.UnitX), Vector3.Cross(Slope(Vector3.UnitY), Slope(Vector3.UnitZ))) / 8;
    }
}

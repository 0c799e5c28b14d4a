using System.Numerics;
using Unknot.Body.Field;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests;

public sealed class SculptingTests
{
    private static readonly Bounds Box = new(new(-60, -60, -60), new(60, 60, 60));

    [Theory]
    [InlineData(0, 0, 5, 3)]
    [InlineData(14, 0, 0, 4)]
    [InlineData(0, 25, 0, 5)]
    [InlineData(0, 0, 0, -2)]
    public void A_plate_is_a_flat_disc_with_a_round_edge(float x, float y, float z, float expected) =>
        Assert.Equal(expected, new Plate(Frame.Body, 10, 20, 2).Distance(new(x, y, z)), 1e-4f);

    [Fact]
    public void An_ellipsoid_in_a_frame_lies_along_its_directions()
    {
        var frame = new Frame(new(1, 2, 3), Vector3.UnitZ, Vector3.UnitX, Vector3.UnitY);
        var ellipsoid = Ellipsoid.In(frame, new(10, 20, 30));
        Assert.Equal(0, ellipsoid.Distance(new(1, 2, 13)), 1e-4f);
        Assert.Equal(0, ellipsoid.Distance(new(21, 2, 3)), 1e-4f);
        Assert.Equal(0, ellipsoid.Distance(new(1, 32, 3)), 1e-4f);
    }

    [Fact]
    public void Carving_takes_a_shape_away_from_what_came_before_it_but_not_from_what_comes_after()
    {
        var body = new BodyField();
        body.Root.Add(0, new Ellipsoid(new(0, 30, 0), new(20, 20, 20)));
        body.Root.Carve(0, new Ellipsoid(new(0, 30, 20), new(8, 8, 8)));
        body.Root.Add(0, new Ellipsoid(new(0, 30, 20), new(3, 3, 3)));
        var local = body.Near(Box);
        Assert.InRange(local.Distance(new(0, 30, 15)), 1.8f, 2.2f);
        Assert.InRange(local.Distance(new(0, 30, 9)), -3.2f, -2.8f);
        Assert.InRange(local.Distance(new(0, 30, 20)), -3, -1.9f); // the midline counts as 1 mm beside it
        Assert.Equal(-5, local.Distance(new(0, 45, 0)), 0.2f);
    }

    [Fact]
    public void A_stroke_from_the_front_works_on_skin_far_behind_it_and_an_ordinary_one_does_not()
    {
        Vector3[] path = [new(10, -20, 26), new(10, 20, 26)];
        var ordinary = new SculptStroke(path, -2, 3);
        var fromFront = new SculptStroke(path, -2, 3, through: Vector3.UnitZ);
        var skin = new Vector3(10, 0, 16);
        Assert.Equal(0, ordinary.Displacement(skin));
        Assert.InRange(fromFront.Displacement(skin), -2, -1.2f);

        // To the side it is as narrow as the other one.
        Assert.Equal(ordinary.Displacement(new(14, 0, 26)), fromFront.Displacement(new(14, 0, 26)), 1e-4f);
        Assert.True(fromFront.Bounds.Touches(new Bounds(skin, skin)));
    }

    [Fact]
    public void Splitting_makes_four_triangles_inside_and_leaves_no_gap_at_the_border()
    {
        // A strip of squares along x, each cut in two; the seam is at x = 0.
        var positions = Enumerable.Range(0, 12).Select(i => new Vector3(i / 2, i % 2, 0)).ToArray();
        var triangles = Enumerable.Range(0, 5).SelectMany(i => new[] { 2 * i, (2 * i) + 2, (2 * i) + 1, (2 * i) + 1, (2 * i) + 2, (2 * i) + 3 }).ToArray();
        var strip = new TriangleMesh(positions, new Vector3[12], triangles);
        var split = Refinement.Split(strip, place => place.X < 2.5f);

        // Four triangles lie inside, one has an edge at the border, five lie outside.
        Assert.Equal((4 * 4) + 2 + 5, split.TriangleCount);
        Assert.Equal(strip.VertexAreas().Sum(), split.VertexAreas().Sum(), 1e-4f);
        Assert.Equal(3, Enumerable.Range(0, split.VertexCount).Count(split.IsOnSeam));
        var directed = split.Triangles.Select((vertex, i) => (vertex, split.Triangles[i % 3 == 2 ? i - 2 : i + 1])).ToHashSet();
        Assert.Equal(split.Triangles.Length, directed.Count);
        Assert.All(directed.Where(edge => !directed.Contains((edge.Item2, edge.vertex))), edge =>
        {
            var (a, b) = (split.Positions[edge.vertex], split.Positions[edge.Item2]);
            Assert.True(a.Y == b.Y || (a.X == b.X && a.X is 0 or 5), $"A gap opens from {a} to {b}.");
        });
    }
}

using System.Numerics;
using Unknot.Body.Field;
using Unknot.Body.Figure;

namespace Unknot.Body.Tests;

public sealed class FieldTests
{
    [Theory]
    [InlineData(30, 0, 0, 20)]
    [InlineData(0, 10, 0, 0)]
    [InlineData(0, 0, 4, -6)]
    [InlineData(3, 4, 0, -5)]
    public void An_ellipsoid_with_equal_radii_is_a_sphere(float x, float y, float z, float expected) =>
        Assert.Equal(expected, new Ellipsoid(new(0, 0, 0), new(10, 10, 10)).Distance(new(x, y, z)), 1e-4f);

    [Fact]
    public void An_ellipsoid_ends_at_its_radii_also_when_it_is_turned()
    {
        var upright = new Ellipsoid(new(5, 6, 7), new(10, 20, 30));
        Assert.Equal(0, upright.Distance(new(15, 6, 7)), 1e-4f);
        Assert.Equal(0, upright.Distance(new(5, 26, 7)), 1e-4f);
        Assert.Equal(0, upright.Distance(new(5, 6, 37)), 1e-4f);

        // A quarter turn about z lays the long y axis along x.
        var turned = new Ellipsoid(new(5, 6, 7), new(10, 20, 30), new(0, 0, 90));
        Assert.Equal(0, turned.Distance(new(25, 6, 7)), 1e-3f);
        Assert.Equal(0, turned.Distance(new(5, 16, 7)), 1e-3f);
    }

    [Theory]
    [InlineData(50, 8, 0, 3)]
    [InlineData(50, 0, 1, -4)]
    [InlineData(-12, 0, 0, 7)]
    [InlineData(112, 5, 0, 8)]
    public void A_straight_tube_of_one_radius_is_a_capsule(float x, float y, float z, float expected)
    {
        var capsule = new Tube(new Knot(0, 0, 0, 5), new Knot(100, 0, 0, 5));
        Assert.Equal(expected, capsule.Distance(new(x, y, z)), 1e-4f);
    }

    [Fact]
    public void A_curved_tube_passes_through_its_knots_with_their_radii()
    {
        var tube = new Tube(new Knot(0, 0, 0, 4), new Knot(30, 20, 0, 9), new Knot(60, 0, 10, 6));
        Assert.Equal(-9, tube.Distance(new(30, 20, 0)), 0.05f);
        Assert.Equal(0, tube.Distance(new(30, 29, 0)), 0.2f);
    }

    [Fact]
    public void A_flat_tube_is_thin_in_its_flat_direction_only()
    {
        var tube = Tube.Flat(Vector3.UnitZ, 0.5f, new Knot(0, 0, 0, 10), new Knot(100, 0, 0, 10));
        Assert.Equal(0, tube.Distance(new(50, 0, 5)), 1e-3f);
        Assert.Equal(0, tube.Distance(new(50, 10, 0)), 1e-3f);
    }

    [Theory]
    [InlineData(25, 50, 0, 5)]
    [InlineData(-14, 50, 0, 4)]
    [InlineData(0, 50, 33, 3)]
    [InlineData(0, 50, -41, 1)]
    [InlineData(0, 113, 0, 3)]
    [InlineData(0, -14, 0, 4)]
    public void A_loft_of_equal_sections_is_a_cylinder_with_four_half_axes_and_round_ends(float x, float y, float z, float expected)
    {
        var loft = new Loft(Frame.Body, new Section(0, 0, 0, 20, 10, 30, 40, 2), new Section(100, 0, 0, 20, 10, 30, 40, 2));
        Assert.Equal(expected, loft.Distance(new(x, y, z)), 1e-3f);
    }

    [Fact]
    public void A_smooth_union_lowers_the_smaller_distance_by_at_most_a_quarter_of_the_blend()
    {
        Assert.Equal(3, SmoothUnion.Of(3, 40, 20), 1e-6f);
        Assert.Equal(3 - 5, SmoothUnion.Of(3, 3, 20), 1e-5f);
        Assert.Equal(3, SmoothUnion.Of(3, 3, 0), 1e-6f);
        for (var difference = 0f; difference < 40; difference += 0.5f)
        {
            var blended = SmoothUnion.Of(1, 1 + difference, 20);
            Assert.InRange(blended, 1 - 5.0001f, 1);
            Assert.Equal(blended, SmoothUnion.Of(1 + difference, 1, 20));
        }
    }

    [Fact]
    public void A_sculpt_stroke_moves_the_skin_by_its_height_on_the_line_and_by_a_bell_around_it()
    {
        var stroke = new SculptStroke([new(0, 0, 0), new(100, 0, 0)], height: -4, width: 10);
        Assert.Equal(-4, stroke.Displacement(new(50, 0, 0)), 1e-4f);
        Assert.Equal(-4 / MathF.E, stroke.Displacement(new(50, 10, 0)), 1e-4f);
        Assert.Equal(0, stroke.Displacement(new(50, 0, 26.5f)));
    }

    [Fact]
    public void A_tapered_stroke_fades_towards_its_ends()
    {
        Vector3[] path = [new(0, 0, 0), new(50, 0, 0), new(100, 0, 0)];
        var tapered = new SculptStroke(path, 5, 10);
        Assert.Equal(5, tapered.Displacement(new(50, 0, 0)), 1e-3f);
        Assert.InRange(tapered.Displacement(new(2, 0, 0)), 0, 0.5f);
        Assert.Equal(5, new SculptStroke(path, 5, 10, tapered: false).Displacement(new(2, 0, 0)), 1e-3f);
    }

    [Fact]
    public void The_field_is_the_same_on_both_sides()
    {
        var field = Mannequin.Build().Near(new Bounds(new(-500, 0, -300), new(500, 1800, 300)));
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var point = new Vector3((float)random.NextDouble() * 450, (float)random.NextDouble() * 1750, ((float)random.NextDouble() * 300) - 150);
            Assert.Equal(field.Distance(point), field.Distance(point with { X = -point.X }));
        }
    }

    [Fact]
    public void Leaving_out_far_shapes_changes_nothing_near_the_skin()
    {
        var body = Mannequin.Build();
        var whole = body.Near(new Bounds(new(-500, -100, -300), new(500, 1850, 300)));
        var random = new Random(5);
        var near = 0;
        for (var i = 0; i < 4000; i++)
        {
            var point = new Vector3((float)random.NextDouble() * 450, (float)random.NextDouble() * 1750, ((float)random.NextDouble() * 300) - 150);
            var distance = whole.Distance(point);
            if (MathF.Abs(distance) < 10)
            {
                near++;
                Assert.Equal(distance, body.Near(new Bounds(point - new Vector3(10), point + new Vector3(10))).Distance(point), 0.001f);
            }
        }

        Assert.InRange(near, 50, 4000);
    }
}

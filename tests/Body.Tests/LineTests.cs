using System.Numerics;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

/// <summary>How traced lines become the lines of a drawing.</summary>
public sealed class LineTests
{
    [Fact]
    public void A_circle_becomes_few_curves_that_stay_on_it()
    {
        var circle = Circle(radius: 100, places: 628);
        var curves = CurveFit.Of(circle, 0.1f, closed: true);
        Assert.InRange(curves.Count, 4, 12);
        foreach (var curve in curves)
        {
            for (var t = 0f; t <= 1; t += 0.05f)
            {
                Assert.InRange(curve.At(t).Length(), 99.7f, 100.3f);
            }
        }

        Assert.Equal(curves[0].Start, curves[^1].End);
    }

    [Fact]
    public void A_corner_stays_sharp_and_the_sides_stay_straight()
    {
        var square = Enumerable.Range(0, 400).Select(i => (i / 100) switch
        {
            0 => new Vector2(i, 0),
            1 => new Vector2(100, i - 100),
            2 => new Vector2(300 - i, 100),
            _ => new Vector2(0, 400 - i),
        }).ToList();
        var sharp = Inking.Loop(square, softness: 6, tolerance: 0.2f, _ => true);
        Assert.All(new Vector2[] { new(0, 0), new(100, 0), new(100, 100), new(0, 100) }, corner => Assert.Contains(sharp, curve => Vector2.Distance(curve.Start, corner) < 1));
        var round = Inking.Loop(square, softness: 6, tolerance: 0.2f, _ => false);
        Assert.All(round, curve => Assert.True(Vector2.Distance(curve.Start, Vector2.Zero) > 1));
    }

    [Fact]
    public void Rounding_does_not_add_up_along_a_path()
    {
        var path = new PathText(1);
        path.Straight([.. Enumerable.Range(0, 100).Select(i => new Vector2(i * 0.34f, 0))], closed: false);
        var steps = path.ToString().Split('l').Skip(1).Select(step => CommittedDrawing.Number(step.Split(' ')[0]));
        Assert.Equal(33.7f, steps.Sum(), 0.01f);
    }

    [Fact]
    public void A_line_beside_a_drawn_one_is_left_out_and_one_that_leaves_it_begins_there()
    {
        var inked = new InkedArea(300, 100, radius: 5);
        inked.Add(Enumerable.Range(0, 300).Select(x => new Vector2(x, 50)));
        Assert.Empty(inked.FreeParts([.. Enumerable.Range(10, 200).Select(x => new Vector2(x, 53))]));
        var crossing = Enumerable.Range(0, 100).Select(y => new Vector2(150, y)).ToList();
        Assert.Equal([(0, 100)], inked.FreeParts(crossing));
        var leaving = Enumerable.Range(0, 200).Select(i => new Vector2(i + 20, i < 100 ? 52 : i - 48)).ToList();
        var (from, to) = Assert.Single(inked.FreeParts(leaving));
        Assert.InRange(from, 90, 105);
        Assert.Equal(200, to);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void A_blur_keeps_what_there_is_and_spreads_it_as_far_as_asked(float radius)
    {
        const int Size = 201;
        var values = new float[Size * Size];
        values[(100 * Size) + 100] = 1000;
        var soft = Blur.Plain(values, Size, Size, radius);
        Assert.Equal(1000, soft.Sum(), 5f);
        var variance = soft.Select((value, i) => value * Math.Pow((i % Size) - 100, 2)).Sum() / 1000;
        Assert.InRange(Math.Sqrt(variance), 0.9 * radius, 1.1 * radius);
    }

    [Fact]
    public void A_patch_follows_a_ball_between_its_corners()
    {
        var (a, b, c) = (Vector3.UnitX, Vector3.Normalize(new(1, 0.3f, 0)), Vector3.Normalize(new(1, 0, 0.3f)));
        Assert.InRange(((a + b + c) / 3).Length(), 0.96f, 0.985f);
        Assert.InRange(new CurvedPatch(a, b, c, a, b, c).At(new Vector3(1 / 3f)).Length(), 0.999f, 1.001f);
    }

    private static List<Vector2> Circle(float radius, int places) =>
        [.. Enumerable.Range(0, places).Select(i => radius * new Vector2(MathF.Cos(i * MathF.Tau / places), MathF.Sin(i * MathF.Tau / places)))];
}

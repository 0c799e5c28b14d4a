using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>How broad the brush was, and whether a line was drawn through or dotted, is no evidence.</summary>
public sealed class BrushTests
{
    private const double Tolerance = 0.05;

    /// <summary>Below this nobody treats a point.</summary>
    private const double WorthComparing = 0.05;

    /// <summary>Places that the pain runs through; head and face have finer cells, so that people draw there with finer brushes.</summary>
    public static TheoryData<string, float> Pains => new()
    {
        { "temple:right side-of-head:right", 0.5f },
        { "forehead:right eyebrow:right", 0.5f },
        { "base-of-skull:right back-of-neck:right angle-of-neck:right", 1 },
        { "front-of-shoulder:right outer-upper-arm:right outer-elbow:right", 1 },
        { "between-shoulder-blades:right mid-back:right", 1 },
        { "low-back:left low-back:right", 1 },
        { "buttock:left back-of-thigh:left back-of-knee:left calf:left", 1 },
        { "front-of-knee:left inner-knee:left", 1 },
        { "outer-hip:left outer-thigh:left", 1 },
        { "calf:right heel:right", 1 },
        { "front-of-chest:left", 1 },
        { "outer-elbow:left forearm-back:left", 1 },
    };

    [Theory]
    [MemberData(nameof(Pains))]
    public void A_thin_a_thick_and_a_dotted_brush_say_the_same(string regions, float scale)
    {
        var way = Way(regions);
        var thin = ProbabilitiesOf(Line(way, 10 * scale));
        foreach (var other in (Drawing[])[Line(way, 40 * scale), Dots(way, width: 14 * scale, gap: 32 * scale)])
        {
            Compare(thin, ProbabilitiesOf(other));
        }
    }

    [Theory]
    [MemberData(nameof(Pains))]
    public void A_way_that_is_drawn_twice_or_backwards_says_the_same(string regions, float scale)
    {
        var line = Line(Way(regions), 20 * scale);
        var backwards = line.Strokes[0] with { Path = [.. line.Strokes[0].Path.Reverse()] };
        Compare(ProbabilitiesOf(line), ProbabilitiesOf(line with { Strokes = [backwards, line.Strokes[0]] }));
    }

    [Theory]
    [InlineData("temple:right")]
    [InlineData("back-of-neck:left")]
    [InlineData("low-back:right")]
    [InlineData("front-of-knee:left")]
    [InlineData("calf:right")]
    [InlineData("forearm-back:left")]
    [InlineData("heel:left")]
    public void A_region_says_the_same_whether_it_is_named_or_painted(string region) => Compare(
        ProbabilitiesOf(Drawings.Of(region)), ProbabilitiesOf(Drawings.Painted(1, RealModel.Body.CellsOf(RealModel.Region(region)))));

    [Fact]
    public void A_stroke_says_nothing_about_a_region_that_is_said_to_be_free()
    {
        var line = Line(Way("base-of-skull:right back-of-neck:right angle-of-neck:right"), 30);
        var free = line with { PainFree = [RealModel.Region("angle-of-neck:right")] };
        Assert.DoesNotContain(RealModel.Model.Trace(free).Findings, finding => finding.Region == RealModel.Region("angle-of-neck:right"));
        Assert.Contains(RealModel.Model.Trace(line).Findings, finding => finding.Region == RealModel.Region("angle-of-neck:right"));
    }

    [Fact]
    public void A_mirrored_stroke_gives_the_mirrored_answer()
    {
        var line = Line(Way("buttock:left back-of-thigh:left"), 30);
        var mirrored = line with { Strokes = [.. line.Strokes.Select(stroke => stroke with { Path = [.. stroke.Path.Select(place => place with { X = -place.X })] })] };
        var actual = RealModel.Symmetric.Model.Trace(mirrored).Results.ToDictionary(result => result.Point with { Side = result.Point.Side.Mirrored() }, result => result.Probability);
        foreach (var (point, probability) in RealModel.Symmetric.Model.Trace(line).Results.ToDictionary(result => result.Point, result => result.Probability))
        {
            Assert.Equal(probability, actual[point], 1e-6);
        }
    }

    [Theory]
    [InlineData(0, "width")]
    [InlineData(-5, "width")]
    [InlineData(201, "width")]
    [InlineData(double.NaN, "width")]
    public void A_width_out_of_range_is_refused(double width, string place)
    {
        var problem = Assert.Single(RealModel.Model.ProblemsOf(Line(Way("calf:left"), width)));
        Assert.Equal($"strokes[0].{place}", problem.Place);
    }

    [Fact]
    public void A_path_away_from_the_body_or_of_nothing_is_refused()
    {
        var far = new Stroke { Path = [new Vector3(0, 1000, 900)], Width = 20, Intensity = 1 };
        var nowhere = new Stroke { Path = [new Vector3(float.NaN, 0, 0)], Width = 20, Intensity = 1 };
        var empty = new Stroke { Path = [], Width = 20, Intensity = 1 };
        var problems = RealModel.Model.ProblemsOf(Drawings.Empty with { Strokes = [far, nowhere, empty] });
        Assert.Equal(["strokes[0].path[0]", "strokes[1].path[0]", "strokes[2].path"], problems.Select(problem => problem.Place));
    }

    private static void Compare(Dictionary<SidedPoint, double> one, Dictionary<SidedPoint, double> other)
    {
        Assert.Contains(one.Values, probability => probability >= WorthComparing);
        foreach (var (point, probability) in one)
        {
            Assert.True(
                Math.Max(probability, other[point]) < WorthComparing || Math.Abs(probability - other[point]) < Tolerance,
                $"{point}: {probability:0.000} and {other[point]:0.000}");
        }
    }

    private static Dictionary<SidedPoint, double> ProbabilitiesOf(Drawing drawing) =>
        RealModel.Model.Trace(drawing).Results.ToDictionary(result => result.Point, result => result.Probability);

    /// <summary>From the middle of one region to the middle of the next, a place every eight millimetres or less.</summary>
    private static ImmutableArray<Vector3> Way(string regions)
    {
        var middles = regions.Split(' ').Select(MiddleOf).ToList();
        return [middles[0], .. middles.Zip(middles.Skip(1)).SelectMany(pair => Between(pair.First, pair.Second, 8))];
    }

    private static Vector3 MiddleOf(string region)
    {
        var cells = RealModel.Body.CellsOf(RealModel.Region(region));
        return OnSkin(cells.Aggregate(Vector3.Zero, (sum, cell) => sum + RealModel.Body.Surface.CentreOf(cell)) / cells.Length);
    }

    private static IEnumerable<Vector3> Between(Vector3 from, Vector3 to, float step)
    {
        var count = Math.Max(1, (int)(Vector3.Distance(from, to) / step));
        return Enumerable.Range(1, count).Select(i => OnSkin(Vector3.Lerp(from, to, i / (float)count)));
    }

    private static Vector3 OnSkin(Vector3 place) => RealModel.Body.Surface.SkinNear(place).Position;

    private static Drawing Line(ImmutableArray<Vector3> way, double width) =>
        Drawings.Empty with { Strokes = [new Stroke { Path = way, Width = width, Intensity = 1 }] };

    private static Drawing Dots(ImmutableArray<Vector3> way, double width, float gap)
    {
        // From end to end, with the gap a little shorter where the way is no multiple of it.
        var dots = new List<Vector3> { way[0] };
        foreach (var place in way)
        {
            if (Vector3.Distance(place, dots[^1]) >= gap)
            {
                dots.Add(place);
            }
        }

        dots.Add(way[^1]);
        return Drawings.Empty with { Strokes = [.. dots.Select(dot => new Stroke { Path = [dot], Width = width, Intensity = 1 })] };
    }
}

using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue.Tests;

public sealed class TellingTests
{
    [Fact]
    public void An_explanation_keeps_its_order_and_says_what_each_point_is_for()
    {
        SidedPoint lower = new(PointId.Parse("lower-trapezius-3", null), Side.Right), upper = new(PointId.Parse("upper-trapezius-1", null), Side.Right);
        SidedRegion temple = new(RegionId.Parse("temple", null), Side.Right), nose = new(RegionId.Parse("nose", null), Side.Midline);

        var told = Telling.Of(
            new Explanation
            {
                Points = [new(lower, [upper], []), new(upper, [], [temple])],
                Accounts = 0.8,
                Unexplained = [nose],
            },
            TheAtlas.Data);

        Assert.Equal(["lower-trapezius-3", "upper-trapezius-1"], told.Points.Select(point => point.Point));
        Assert.Equal(["lower-trapezius", "upper-trapezius"], told.Points.Select(point => point.Muscle));
        Assert.Equal("Upper trapezius", told.Points[1].Name);
        Assert.NotEmpty(told.Points[1].Where);
        Assert.Equal(["upper-trapezius-1:right"], told.Points[0].Keeps.Select(kept => kept));
        Assert.Empty(told.Points[1].Keeps);
        Assert.Equal([new ToldRegion("temple", "Temple", Side.Right)], told.Points[1].Regions.Select(region => region));
        Assert.Equal(0.8, told.Accounts);
        Assert.Equal([new ToldRegion("nose", "Nose", Side.Midline)], told.Unexplained.Select(region => region));
    }

    [Fact]
    public void A_range_is_told_when_there_is_one()
    {
        Assert.Equal(new ToldRange(0.1, 0.3), Telling.Of(new ProbabilityRange(0.1, 0.3)));
        Assert.Null(Telling.Of((ProbabilityRange?)null));
    }

    [Theory]
    [InlineData(InferenceMethod.Elimination, "elimination")]
    [InlineData(InferenceMethod.Search, "search")]
    public void The_method_has_a_word(InferenceMethod method, string word) => Assert.Equal(word, Telling.WordOf(method));
}

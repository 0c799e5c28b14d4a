using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue.Tests;

public sealed class WhyWordsTests
{
    private static readonly SidedRegion Temple = new(RegionId.Parse("temple", null), Side.Right);
    private static readonly SidedRegion Neck = new(RegionId.Parse("back-of-neck", null), Side.Right);

    [Fact]
    public void It_says_where_people_feel_the_point_likeliest_place_first() =>
        Assert.Equal(
            "People with this point feel it usually in “Temple, right” and sometimes in “Back of neck, right”, where you marked pain.",
            WhyWords.Of(Ranked([new(Neck, 0.1, 0.25), new(Temple, 0.3, 0.7)]), TheAtlas.Data));

    [Fact]
    public void It_says_what_speaks_against_it_most()
    {
        var words = WhyWords.Of(Ranked([new(Temple, 0.3, 0.7)], new Reason.NotMarked(Neck, 0.5) { Bits = -0.4 }, new Reason.Pressed(PressOutcome.MyPain) { Bits = 3 }), TheAtlas.Data);

        Assert.Equal("People with this point feel it usually in “Temple, right”, where you marked pain; but often also in “Back of neck, right”, which you did not mark.", words);
        Assert.EndsWith(
            "but one of your answers speaks against it.",
            WhyWords.Of(Ranked([new(Temple, 0.3, 0.7)], new Reason.Pressed(PressOutcome.Nothing) { Bits = -2 }), TheAtlas.Data),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "often also in “Back of neck, right”, which is free of pain.",
            WhyWords.Of(Ranked([new(Temple, 0.3, 0.7)], new Reason.PainFree(Neck, 0.5) { Bits = -1 }), TheAtlas.Data),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_that_is_not_felt_in_what_was_marked_says_so() =>
        Assert.Equal("People with this point rarely feel it where you marked pain.", WhyWords.Of(Ranked([]), TheAtlas.Data));

    private static RankedPoint Ranked(ReadOnlySpan<ExplainedArea> explains, params ReadOnlySpan<Reason> reasons) => new()
    {
        Point = new SidedPoint(PointId.Parse("upper-trapezius-1", null), Side.Right),
        Muscle = MuscleId.Parse("upper-trapezius", null),
        Name = "Upper trapezius",
        Prior = 0.004,
        Probability = 0.3,
        Range = null,
        Reasons = [.. reasons],
        Explains = [.. explains],
        Chain = [],
    };
}

using Unknot.Atlas;
using Unknot.Inference.Learning;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Learning;

public sealed class PressCountsTests
{
    // From the formula in Wilson 1927 with z = 1.2816, computed apart.
    [Theory]
    [InlineData(8, 2, 0.601587824611, 0.913765470825)]
    [InlineData(0, 5, 0.000000000000, 0.247271195494)]
    [InlineData(5, 0, 0.752728804506, 1.000000000000)]
    public void The_share_has_the_range_of_Wilson(int confirmed, int refuted, double low, double high)
    {
        var range = new PressCounts(confirmed, refuted).Range;
        Assert.Equal(low, range.Low, 1e-9);
        Assert.Equal(high, range.High, 1e-9);
    }

    [Fact]
    public void Nothing_pressed_has_no_share_and_every_share_is_possible()
    {
        Assert.Null(default(PressCounts).Share);
        Assert.Equal(new ProbabilityRange(0, 1), default(PressCounts).Range);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void Negative_counts_are_refused(int confirmed, int refuted) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PressCounts(confirmed, refuted));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_press_with_an_impossible_probability_is_refused(double probability)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Presses.Of(probability, PressOutcome.MyPain));
        Assert.Equal("probability", refusal.ParamName);
        Assert.Contains("between 0 and 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_without_muscle_or_with_an_unknown_outcome_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TherapistPress(default(MuscleId), 0.5, PressOutcome.Nothing));
        Assert.Throws<ArgumentOutOfRangeException>(() => Presses.Of(0.5, (PressOutcome)3));
    }
}

using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class AssumptionsTests
{
    [Fact]
    public void A_full_strong_mark_has_full_certainty() =>
        Assert.Equal(0.995, Assumptions.Certainty(weight: 1, intensity: 1), 1e-12);

    [Fact]
    public void The_weakest_pain_counts_half_as_much_as_the_strongest() =>
        Assert.Equal(1 - Math.Sqrt(0.005), Assumptions.Certainty(1, 1e-12), 1e-9);

    [Fact]
    public void A_fiftieth_of_a_statement_says_next_to_nothing() =>
        Assert.InRange(Assumptions.Certainty(0.02, 1), 0, 0.15);

    [Fact]
    public void More_weight_and_more_pain_never_make_a_mark_less_certain()
    {
        for (var i = 1; i < 50; i++)
        {
            Assert.True(Assumptions.Certainty(i / 50.0, 0.5) <= Assumptions.Certainty((i + 1) / 50.0, 0.5));
            Assert.True(Assumptions.Certainty(0.3, i / 50.0) <= Assumptions.Certainty(0.3, (i + 1) / 50.0));
        }
    }
}

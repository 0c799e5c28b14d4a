using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class MusclePriorsTests
{
    private static readonly MusclePriors Priors = new(RealModel.Atlas, RealModel.Map);

    [Fact]
    public void A_muscle_with_one_point_and_no_published_share_has_the_share_it_is_shrunk_to() =>
        Assert.Equal(0.003, MusclePriors.OfEachPoint([0.15], 1), 1e-12);

    [Fact]
    public void Several_complaints_make_a_muscle_active_more_often_but_are_not_independent() =>
        Assert.Equal(0.02 * 0.6, MusclePriors.OfEachPoint([0.3, 0.4, 0.5], 1), 1e-12);

    [Fact]
    public void Four_points_behave_like_two_independent_ones() =>
        Assert.Equal(1 - Math.Sqrt(0.988), MusclePriors.OfEachPoint([0.6], 4), 1e-12);

    [Fact]
    public void A_counted_complaint_takes_its_share_and_an_uncounted_one_that_is_clearly_felt_the_common_one()
    {
        foreach (var muscle in RealModel.Atlas.Muscles)
        {
            var counted = RealModel.Atlas.PrevalenceOf(muscle.Id);
            var shares = Priors.SharesOf(muscle);
            Assert.Equal(counted.Select(prevalence => prevalence.Share), shares.Take(counted.Length));
            Assert.All(shares.Skip(counted.Length), share => Assert.Equal(Prevalence.UnpublishedShare, share));
            Assert.NotEmpty(shares);
        }
    }
}

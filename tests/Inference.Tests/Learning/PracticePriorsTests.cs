using Unknot.Atlas;
using Unknot.Inference.Learning;
using Unknot.Inference.Reasoning;
using Unknot.Inference.Tests.Reasoning;

namespace Unknot.Inference.Tests.Learning;

public sealed class PracticePriorsTests
{
    private static readonly AtlasData Atlas = RealModel.Atlas;

    [Fact]
    public void A_practice_that_pressed_nothing_changes_nothing()
    {
        var priors = PracticePriors.Learn(Atlas, []);
        Assert.Empty(priors.Pressed);
        Assert.All(Atlas.Muscles, muscle =>
        {
            Assert.Equal(0, priors.LogOddsCorrection(muscle.Id));
            Assert.Equal(1, priors.OddsFactor(muscle.Id));
            Assert.Null(priors.Of(muscle.Id).Counts.Share);
        });
    }

    [Fact]
    public void Only_the_muscle_that_was_pressed_is_corrected()
    {
        var priors = PracticePriors.Learn(Atlas, Presses.Many(10, 0.3, PressOutcome.MyPain));
        Assert.Equal(Presses.Infraspinatus, Assert.Single(priors.Pressed).Muscle);
        Assert.InRange(priors.OddsFactor(Presses.Infraspinatus), 1.3, PracticePriors.MostOddsFactor);
        Assert.All(Atlas.Muscles.Where(muscle => muscle.Id != Presses.Infraspinatus), muscle => Assert.Equal(0, priors.LogOddsCorrection(muscle.Id)));
    }

    [Fact]
    public void Counts_stand_beside_what_was_to_be_expected_and_beside_what_is_published()
    {
        var priors = PracticePriors.Learn(Atlas, Presses.Many(3, 0.5, PressOutcome.MyPain)
            .Concat(Presses.Many(1, 0.25, PressOutcome.OnlyTender))
            .Concat(Presses.Many(2, 0.5, PressOutcome.Nothing)));
        var share = priors.Of(Presses.Infraspinatus);
        Assert.Equal(new PressCounts(3, 3), share.Counts);

        // Five at one half, confirmed with (0.80 + 0.12) / 2, and one at a quarter with 0.20 + 0.09.
        Assert.Equal((5 * 0.46) + 0.29, share.ExpectedConfirmed, 1e-12);
        Assert.Equal(Atlas.PrevalenceOf(Presses.Infraspinatus), share.Published.Select(published => published.Prevalence));
        Assert.InRange(share.LogOddsCorrection, share.Range.Low, share.Range.High);
    }

    [Fact]
    public void As_many_as_expected_hardly_move_the_prior()
    {
        // 46 in 100 are to be expected at one half.
        var priors = PracticePriors.Learn(Atlas, Presses.Many(46, 0.5, PressOutcome.MyPain)
            .Concat(Presses.Many(27, 0.5, PressOutcome.OnlyTender))
            .Concat(Presses.Many(27, 0.5, PressOutcome.Nothing)));
        Assert.Equal(0, priors.LogOddsCorrection(Presses.Infraspinatus), 0.02);
    }

    [Fact]
    public void A_muscle_whose_published_share_is_less_sure_learns_faster()
    {
        var known = Atlas.Muscles.MinBy(muscle => Likelihoods.ShareSpread(Atlas.PrevalenceOf(muscle.Id)))!.Id;
        var unsure = Atlas.Muscles.MaxBy(muscle => Likelihoods.ShareSpread(Atlas.PrevalenceOf(muscle.Id)))!.Id;
        var priors = PracticePriors.Learn(Atlas, Enumerable.Range(0, 20).SelectMany(_ => new[]
        {
            new TherapistPress(known, 0.3, PressOutcome.MyPain),
            new TherapistPress(unsure, 0.3, PressOutcome.MyPain),
        }));
        Assert.True(priors.LogOddsCorrection(known) < priors.LogOddsCorrection(unsure));
    }

    [Fact]
    public void A_published_share_is_its_beta_distribution()
    {
        var published = Atlas.Muscles.SelectMany(muscle => PracticePriors.Learn(Atlas, []).Of(muscle.Id).Published).ToList();
        Assert.All(published, share =>
        {
            Assert.True(share.Active > 0 && share.Inactive > 0);
            Assert.Equal(share.Prevalence.Share, share.Active / (share.Active + share.Inactive), 1e-12);
        });

        // A single estimate is pooled as 8 people with the 8 that it is shrunk by, unless its range was widened to one side.
        var estimates = published.Where(share => share.Prevalence is { Studies: [{ People: null }] } prevalence
            && Math.Abs(prevalence.Low + prevalence.High - (2 * prevalence.Share)) < 1e-12).ToList();
        Assert.NotEmpty(estimates);
        Assert.All(estimates, share => Assert.Equal(16, share.Active + share.Inactive, 1e-9));
    }

    [Fact]
    public void A_muscle_that_the_atlas_does_not_have_is_named_and_refused()
    {
        var unknown = new TherapistPress(MuscleId.Parse("tail-wagger", null), 0.5, PressOutcome.MyPain);
        var refusal = Assert.Throws<ArgumentException>(() => PracticePriors.Learn(Atlas, [unknown]));
        Assert.Contains("tail-wagger", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => PracticePriors.Learn(Atlas, []).LogOddsCorrection(unknown.Muscle));
    }
}

using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class LikelihoodsTests
{
    public static TheoryData<object> Pressers => [Presser.Self, Presser.Therapist];

    [Theory]
    [MemberData(nameof(Pressers))]
    public void Each_press_brings_one_of_three(object presser)
    {
        foreach (var active in new[] { true, false })
        {
            Assert.Equal(1, Enum.GetValues<PressOutcome>().Sum(outcome => Likelihoods.Press(outcome, (Presser)presser, active)), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Pressers))]
    public void My_pain_speaks_for_a_point_nothing_against_it_and_tenderness_says_the_least(object presser)
    {
        var mine = Math.Log(Likelihoods.PressRatio(PressOutcome.MyPain, (Presser)presser));
        var tender = Math.Log(Likelihoods.PressRatio(PressOutcome.OnlyTender, (Presser)presser));
        var nothing = Math.Log(Likelihoods.PressRatio(PressOutcome.Nothing, (Presser)presser));
        Assert.True(mine > 0 && tender < 0 && nothing < tender);
        Assert.True(-tender < mine && -tender < -nothing && -nothing < mine);
    }

    [Fact]
    public void A_therapist_says_more_than_the_person_whatever_comes_out() => Assert.All(Enum.GetValues<PressOutcome>(), outcome =>
        Assert.True(Math.Abs(Math.Log(Likelihoods.PressRatio(outcome, Presser.Therapist))) > Math.Abs(Math.Log(Likelihoods.PressRatio(outcome, Presser.Self)))));

    [Fact]
    public void Two_therapists_agree_as_far_as_studies_found_and_two_lay_people_less()
    {
        // Rathbone 2017: 0.45 for points, 0.58 for pain recognition. Myburgh 2011: 0.22 untrained, 0.35 mixed.
        Assert.InRange(Kappa(Presser.Therapist), 0.45, 0.58);
        Assert.InRange(Kappa(Presser.Self), 0.22, 0.35);
    }

    [Fact]
    public void What_is_taught_as_typical_is_answered_with_yes_more_often()
    {
        Assert.True(Likelihoods.YesBecauseOf(HowOften.Often) > Likelihoods.YesBecauseOf(HowOften.Sometimes));
        Assert.True(Likelihoods.YesBecauseOf(HowOften.Sometimes) > Likelihoods.YesBecauseOf(HowOften.Rarely));
        Assert.Equal(0.72, Likelihoods.Yes(0.6, 0.3), 1e-12);
    }

    [Fact]
    public void Every_answer_can_be_yes_for_another_reason_and_often_is_not()
    {
        Assert.All(Enum.GetValues<QuestionKind>(), kind => Assert.InRange(Likelihoods.YesAnyway(kind), 0.05, 0.5));
        Assert.All(RealModel.Atlas.Symptoms, symptom => Assert.InRange(Likelihoods.YesAnyway(symptom.Id), 0.05, 0.5));
        Assert.All(RealModel.Atlas.Causes, cause => Assert.InRange(Likelihoods.BaseRate(cause.Id), 0.05, 0.5));
    }

    [Fact]
    public void What_has_a_rate_of_its_own_is_in_the_atlas()
    {
        // 15 % is the common rate of both; the tables list thirteen symptoms and twenty causes, of which ringing in the ear has 15 %.
        Assert.Equal(12, RealModel.Atlas.Symptoms.Count(symptom => Likelihoods.YesAnyway(symptom.Id) != 0.15));
        Assert.Equal(20, RealModel.Atlas.Causes.Count(cause => Likelihoods.BaseRate(cause.Id) != 0.15));
    }

    [Fact]
    public void A_cause_keeps_the_prior_over_all_people()
    {
        var muscles = RealModel.Atlas.Muscles;
        var priors = new MusclePriors(RealModel.Atlas, RealModel.Map);
        foreach (var prior in muscles.Select(priors.OfEachPoint))
        {
            foreach (var (role, rate) in Enum.GetValues<CauseRole>().SelectMany(role => RealModel.Atlas.Causes.Select(cause => (role, Likelihoods.BaseRate(cause.Id))).Distinct()))
            {
                var mean = (rate * With(prior, Likelihoods.CauseFactor(role, rate, applies: true)))
                    + ((1 - rate) * With(prior, Likelihoods.CauseFactor(role, rate, applies: false)));
                Assert.Equal(1, mean / prior, 0.01);
            }
        }
    }

    [Fact]
    public void A_cause_speaks_for_its_muscles_when_it_applies_the_more_the_rarer_it_is()
    {
        Assert.Equal(2 / 1.4, Likelihoods.CauseFactor(CauseRole.SetsOff, 0.4, applies: true), 1e-12);
        Assert.Equal(1 / 1.4, Likelihoods.CauseFactor(CauseRole.SetsOff, 0.4, applies: false), 1e-12);
        foreach (var role in Enum.GetValues<CauseRole>())
        {
            Assert.True(Likelihoods.CauseFactor(role, 0.1, applies: true) > Likelihoods.CauseFactor(role, 0.4, applies: true));
            Assert.True(Likelihoods.CauseFactor(role, 0.4, applies: true) > 1);
            Assert.True(Likelihoods.CauseFactor(role, 0.4, applies: false) < Likelihoods.CauseFactor(role, 0.1, applies: false));
            Assert.True(Likelihoods.CauseFactor(role, 0.1, applies: false) < 1);
        }

        Assert.True(Likelihoods.CauseFactor(CauseRole.KeepsAlive, 0.2, applies: true) < Likelihoods.CauseFactor(CauseRole.SetsOff, 0.2, applies: true));
        Assert.True(Likelihoods.CauseFactor(CauseRole.SetsOff, 0.2, applies: true) < Likelihoods.CauseFactor(CauseRole.Both, 0.2, applies: true));
    }

    [Fact]
    public void Causes_add_up_only_so_far()
    {
        Assert.Equal(0, Likelihoods.CausesTogether([]));
        Assert.Equal(0.5, Likelihoods.CausesTogether([0.7, -0.2]), 1e-12);
        Assert.Equal(Math.Log(3), Likelihoods.CausesTogether([0.7, 0.7, 0.7]), 1e-12);
        Assert.Equal(-Math.Log(3), Likelihoods.CausesTogether([-0.9, -0.9]), 1e-12);
    }

    [Fact]
    public void Words_of_nerve_pain_make_another_cause_likelier_and_words_of_muscle_pain_a_little_less()
    {
        PainQuality[] nerve = [PainQuality.Electric, PainQuality.Tingling, PainQuality.Numb, PainQuality.Burning, PainQuality.Shooting];
        PainQuality[] muscle = [PainQuality.Aching, PainQuality.Dull, PainQuality.Deep, PainQuality.Tight, PainQuality.Stiff];
        Assert.All(nerve, word => Assert.InRange(Likelihoods.LeakFactor(word), 1.3, 2));
        Assert.All(muscle, word => Assert.InRange(Likelihoods.LeakFactor(word), 0.8, 0.95));
        Assert.Equal(1, Likelihoods.LeakFactor([]));
        Assert.Equal(Likelihoods.LeakFactor([PainQuality.Numb]), Likelihoods.LeakFactor([PainQuality.Numb, PainQuality.Numb]), 1e-12);
    }

    [Fact]
    public void A_further_word_moves_the_leak_its_own_way_and_by_less_than_alone()
    {
        var words = Enum.GetValues<PainQuality>();
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            random.Shuffle(words);
            var said = words[..random.Next(6)];
            var further = words[^1];
            var step = Math.Log(Likelihoods.LeakFactor([.. said, further]) / Likelihoods.LeakFactor(said));
            var alone = Math.Log(Likelihoods.LeakFactor(further));
            Assert.True(Math.Abs(step) <= Math.Abs(alone) + 1e-12);
            Assert.True(step * alone >= 0);
        }
    }

    [Fact]
    public void All_words_together_stay_modest()
    {
        var words = Enum.GetValues<PainQuality>();
        Assert.InRange(Likelihoods.LeakFactor(words.Where(word => Likelihoods.LeakFactor(word) > 1)), 2, 3.5);
        Assert.InRange(Likelihoods.LeakFactor(words.Where(word => Likelihoods.LeakFactor(word) < 1)), 0.65, 0.9);
    }

    [Fact]
    public void The_published_range_is_the_central_four_fifths()
    {
        // A range from one half to e to the 1.2816 / (1 + the same) = 0.78272 is one deviation.
        var prevalence = Range(0.5, 0.782722);
        Assert.Equal(0.5, Likelihoods.ShareSpread(prevalence), 1e-5);
        Assert.Equal(0.782722, Likelihoods.Moved(0.5, 1, 1.2816), 1e-5);
        Assert.Equal(0.5, Likelihoods.ShareSpread([prevalence, prevalence]), 1e-5);
        Assert.Equal(Likelihoods.ShareSpread(Range(0.01, 0.99)), Likelihoods.ShareSpread(Range(0, 1)), 1e-12);
    }

    [Fact]
    public void Muscles_without_a_count_are_less_sure_than_most_with_one()
    {
        var spreads = RealModel.Atlas.Muscles.SelectMany(muscle => RealModel.Atlas.PrevalenceOf(muscle.Id)).Select(Likelihoods.ShareSpread).Order().ToList();
        Assert.Equal(0.72, spreads[spreads.Count / 2], 0.1);
        Assert.True(Likelihoods.ShareSpread(ImmutableArray<Prevalence>.Empty) > spreads[spreads.Count / 2]);
    }

    [Fact]
    public void The_weaker_the_evidence_the_less_sure_the_frequency()
    {
        var spreads = Enum.GetValues<EvidenceGrade>().Select(Likelihoods.FrequencySpread).ToList();
        Assert.Equal(spreads.Order(), spreads);
        Assert.Equal(0.65, Likelihoods.Moved(0.8, Likelihoods.FrequencySpread(EvidenceGrade.Derived), -1.2816), 0.005);
        Assert.Equal(0.53, Likelihoods.Moved(0.8, Likelihoods.FrequencySpread(EvidenceGrade.Unsourced), -1.2816), 0.005);
    }

    [Fact]
    public void Moving_a_probability_keeps_its_order_and_its_ends()
    {
        Assert.Equal(0, Likelihoods.Moved(0, 1, 3));
        Assert.Equal(1, Likelihoods.Moved(1, 1, -3));
        Assert.Equal(0.3, Likelihoods.Moved(0.3, 0.7, 0), 1e-12);
        Assert.True(Likelihoods.Moved(0.3, 0.7, -1) < Likelihoods.Moved(0.3, 0.7, 1));
    }

    private static double With(double prior, double factor) => prior * factor / (1 - prior + (prior * factor));

    /// <summary>Agreement beyond chance of two who press the same muscles, two in five of them active, and err independently; J. Cohen's formula.</summary>
    private static double Kappa(Presser by)
    {
        const double active = 0.4;
        var hit = Likelihoods.Press(PressOutcome.MyPain, by, active: true);
        var slip = Likelihoods.Press(PressOutcome.MyPain, by, active: false);
        var agree = (active * ((hit * hit) + ((1 - hit) * (1 - hit)))) + ((1 - active) * ((slip * slip) + ((1 - slip) * (1 - slip))));
        var yes = (active * hit) + ((1 - active) * slip);
        var chance = (yes * yes) + ((1 - yes) * (1 - yes));
        return (agree - chance) / (1 - chance);
    }

    private static Prevalence Range(double low, double high) =>
        new() { Complaint = RealModel.Atlas.Priors.Complaints[0], Share = (low + high) / 2, Low = low, High = high, Studies = [] };
}

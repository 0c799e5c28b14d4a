using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Unknot.Atlas;
using Unknot.Inference.Learning;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>What answers, qualities and causes do to a ranking.</summary>
public sealed class AnsweringTests
{
    private static readonly Drawing Temple = Drawings.Of("temple:right");

    private static readonly SidedPoint Suspect = RealModel.Point("upper-trapezius-1:right");

    [Fact]
    public void A_press_that_brings_my_pain_speaks_for_a_point_and_one_that_brings_nothing_against_it()
    {
        var before = ProbabilityOf(Suspect, new Inquiry { Drawing = Temple });
        var mine = ProbabilityOf(Suspect, Pressed(PressOutcome.MyPain));
        var tender = ProbabilityOf(Suspect, Pressed(PressOutcome.OnlyTender));
        var nothing = ProbabilityOf(Suspect, Pressed(PressOutcome.Nothing));
        Assert.True(mine > 2 * before, $"{mine} after {before}");
        Assert.True(nothing < tender && tender < before, $"{nothing}, {tender}, {before}");
    }

    [Fact]
    public void My_pain_in_one_point_makes_the_others_less_likely()
    {
        var other = RealModel.Point("temporalis-2:right");
        Assert.True(ProbabilityOf(other, Pressed(PressOutcome.MyPain)) < ProbabilityOf(other, new Inquiry { Drawing = Temple }));
    }

    [Fact]
    public void A_yes_to_a_question_raises_the_muscles_that_list_it_and_a_no_lowers_them()
    {
        var muscle = RealModel.Atlas.Muscle(MuscleId.Parse("masseter-superficial", null));
        var question = muscle.Tests.First(test => test.Frequency == HowOften.Often).Question;
        var jaw = Drawings.Of("jaw-joint:left");
        var point = new SidedPoint(muscle.Points[0].Id, Side.Left);
        var before = ProbabilityOf(point, new Inquiry { Drawing = jaw });
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Questions = [new(question, Side.Left, Yes: true)] }) > before);
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Questions = [new(question, Side.Left, Yes: false)] }) < before);
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Questions = [new(question, Side.Midline, Yes: true)] }) > before);
    }

    [Fact]
    public void A_symptom_and_a_cause_do_the_same()
    {
        var muscle = RealModel.Atlas.Muscle(MuscleId.Parse("masseter-superficial", null));
        var jaw = Drawings.Of("jaw-joint:left");
        var point = new SidedPoint(muscle.Points[0].Id, Side.Left);
        var before = ProbabilityOf(point, new Inquiry { Drawing = jaw });
        var symptom = muscle.Signs[0].Symptom;
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Symptoms = [new(symptom, Side.Left, Present: true)] }) > before);
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Symptoms = [new(symptom, Side.Left, Present: false)] }) < before);
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Causes = [new(muscle.Causes[0], Applies: true)] }) > before);
        Assert.True(ProbabilityOf(point, new Inquiry { Drawing = jaw, Causes = [new(muscle.Causes[0], Applies: false)] }) < before);
    }

    [Fact]
    public void Words_of_nerve_pain_make_every_point_less_likely_and_dull_ones_a_little_likelier()
    {
        var plain = ProbabilityOf(Suspect, new Inquiry { Drawing = Temple });
        Assert.True(ProbabilityOf(Suspect, new Inquiry { Drawing = Temple, Qualities = [PainQuality.Electric, PainQuality.Tingling] }) < plain);
        Assert.True(ProbabilityOf(Suspect, new Inquiry { Drawing = Temple, Qualities = [PainQuality.Dull] }) > plain);
    }

    [Fact]
    public void How_it_feels_at_a_place_speaks_of_that_place_alone_and_wins_over_how_it_feels_on_the_whole()
    {
        var temple = RealModel.Region("temple:right");
        var calf = RealModel.Region("calf:left");
        var both = Temple with { Regions = [.. Temple.Regions, new RegionPain(calf, 1)] };
        Inquiry With(params PlaceQualities[] places) => new() { Drawing = both, Places = [.. places] };
        double OfCalf(Inquiry inquiry) => RealModel.Model.Trace(inquiry, TraceOptions.Ranking).Fits.Single(fit => fit.Region == calf).Explained;

        var nerve = With(new PlaceQualities(temple, [PainQuality.Electric, PainQuality.Tingling]));
        Assert.True(ProbabilityOf(Suspect, nerve) < ProbabilityOf(Suspect, With()));
        Assert.Equal(OfCalf(With()), OfCalf(nerve), 1e-3);

        var everywhere = new Inquiry { Drawing = both, Qualities = [PainQuality.Dull] };
        Assert.Equal(ProbabilityOf(Suspect, With(new PlaceQualities(temple, [PainQuality.Dull]), new PlaceQualities(calf, [PainQuality.Dull]))), ProbabilityOf(Suspect, everywhere), 1e-12);
        Assert.True(ProbabilityOf(Suspect, everywhere with { Places = nerve.Places }) < ProbabilityOf(Suspect, everywhere));
        Assert.Equal(ProbabilityOf(Suspect, everywhere), ProbabilityOf(Suspect, everywhere with { Places = [new(temple, []), new(RealModel.Region("back-of-hand:left"), [PainQuality.Numb])] }), 1e-12);
    }

    [Fact]
    public void A_place_that_is_not_there_or_is_told_twice_is_refused()
    {
        var temple = new PlaceQualities(RealModel.Region("temple:right"), [PainQuality.Dull]);
        ImmutableArray<PlaceQualities> odd = [temple, temple, new(RealModel.Region("temple:right") with { Side = Side.Midline }, []), new(RealModel.Region("temple:left"), [(PainQuality)999])];

        Assert.Equal(["places[1]", "places[2]", "places[3]"], RealModel.Model.ProblemsOf(new Inquiry { Drawing = Temple, Places = odd }).Select(problem => problem.Place));
        Assert.Single(RealModel.Model.ProblemsOf(new Inquiry { Drawing = Temple, Places = [default] }));
    }

    [Fact]
    public void Every_answer_is_a_reason_of_the_points_it_speaks_about()
    {
        var question = RealModel.Atlas.Point(Suspect.Point).Muscle.Tests[0].Question;
        var inquiry = Pressed(PressOutcome.MyPain) with { Questions = [new(question, Side.Right, Yes: true)] };
        var reasons = ResultOf(Suspect, inquiry).Reasons;
        Assert.Contains(reasons, reason => reason is Reason.Pressed { Outcome: PressOutcome.MyPain, Bits: > 0 });
        Assert.Contains(reasons, reason => reason is Reason.Answered { Yes: true, Bits: > 0 });
        Assert.InRange(reasons.Length, 2, 6);
        Assert.Equal(reasons.OrderByDescending(reason => Math.Abs(reason.Bits)).Select(reason => reason.Bits), reasons.Select(reason => reason.Bits));
    }

    [Fact]
    public void An_area_that_is_not_marked_or_free_of_pain_speaks_against()
    {
        var neck = RealModel.Region("angle-of-neck:right");
        var silent = ResultOf(Suspect, new Inquiry { Drawing = Temple }).Reasons.OfType<Reason.NotMarked>().Single(reason => reason.Region == neck);
        var free = ResultOf(Suspect, new Inquiry { Drawing = Temple with { PainFree = [neck] } }).Reasons.OfType<Reason.PainFree>().Single(reason => reason.Region == neck);
        Assert.True(free.Bits < silent.Bits && silent.Bits < 0, $"{free} {silent}");
    }

    [Fact]
    public void The_order_of_what_is_told_never_matters() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var inquiry = RandomInquiry(random);
        var turned = new Inquiry
        {
            Drawing = inquiry.Drawing with
            {
                Regions = [.. inquiry.Drawing.Regions.Reverse()],
                Cells = [.. inquiry.Drawing.Cells.Reverse()],
                PainFree = [.. inquiry.Drawing.PainFree.Reverse()],
            },
            Causes = [.. inquiry.Causes.Reverse()],
            Symptoms = [.. inquiry.Symptoms.Reverse()],
            Questions = [.. inquiry.Questions.Reverse()],
            Presses = [.. inquiry.Presses.Reverse()],
            Qualities = [.. inquiry.Qualities.Reverse()],
            Places = [.. inquiry.Places.Reverse().Select(place => place with { Qualities = [.. place.Qualities.Reverse()] })],
        };
        var one = RealModel.Model.Trace(inquiry, TraceOptions.Full);
        var other = RealModel.Model.Trace(turned, TraceOptions.Full);
        Assert.Equal(one.Results.Select(result => (result.Point, result.Probability)), other.Results.Select(result => (result.Point, result.Probability)));
        Assert.Equal(one.Next!.Suggestions.Select(each => each with { Gain = 0 }), other.Next!.Suggestions.Select(each => each with { Gain = 0 }));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(5, 7));

    [Fact]
    public void Sides_swapped_swap_the_answer() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var inquiry = RandomInquiry(new Random(seed));
        var mirrored = inquiry with
        {
            Drawing = Drawings.Mirrored(inquiry.Drawing),
            Places = [.. inquiry.Places.Select(place => place with { Region = place.Region with { Side = place.Region.Side.Mirrored() } })],
            Symptoms = [.. inquiry.Symptoms.Select(answer => answer with { Side = answer.Side.Mirrored() })],
            Questions = [.. inquiry.Questions.Select(answer => answer with { Side = answer.Side.Mirrored() })],
            Presses = [.. inquiry.Presses.Select(answer => answer with { Point = Mirrored(answer.Point) })],
        };
        var model = RealModel.Symmetric.Model;
        var one = model.Trace(inquiry, TraceOptions.Full);
        if (!one.MergedWitnesses.IsEmpty || !model.ProblemsOf(mirrored).IsEmpty)
        {
            return;
        }

        var other = model.Trace(mirrored, TraceOptions.Full).Results.ToDictionary(result => Mirrored(result.Point));
        foreach (var result in one.Results)
        {
            Assert.Equal(result.Probability, other[result.Point].Probability, 1e-6);
            Assert.Equal(result.Range!.Value.Low, other[result.Point].Range!.Value.Low, 1e-5);
            Assert.Equal(result.Range!.Value.High, other[result.Point].Range!.Value.High, 1e-5);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(9, 11));

    [Fact]
    public void What_a_practice_has_learned_moves_its_muscles_and_is_off_by_default()
    {
        var muscle = RealModel.Atlas.Point(Suspect.Point).Muscle.Id;
        var practice = PracticePriors.Learn(RealModel.Atlas, Enumerable.Repeat(new TherapistPress(muscle, 0.2, PressOutcome.MyPain), 12));
        var own = PainModel.Build(RealModel.Atlas, RealModel.Body, practice).Trace(Temple);
        var published = RealModel.Model.Trace(Temple);
        Assert.True(own.Results.Single(result => result.Point == Suspect).Probability > published.Results.Single(result => result.Point == Suspect).Probability);
        Assert.Equal(
            published.Results.Select(result => result.Probability),
            PainModel.Build(RealModel.Atlas, RealModel.Body, PracticePriors.Learn(RealModel.Atlas, [])).Trace(Temple).Results.Select(result => result.Probability));
    }

    [Fact]
    public void What_the_atlas_does_not_have_and_answers_given_twice_are_refused()
    {
        var problems = RealModel.Model.ProblemsOf(new Inquiry
        {
            Drawing = Temple,
            Causes = [new(CauseId.Parse("no-such-cause", null), true)],
            Questions = [new(QuestionId.Parse("no-such-question", null), Side.Left, true)],
            Symptoms = [new(SymptomId.Parse("no-such-symptom", null), Side.Left, true)],
            Presses = [new(Suspect, PressOutcome.MyPain), new(Suspect, PressOutcome.Nothing), new(Suspect with { Side = Side.Midline }, PressOutcome.Nothing)],
        });
        Assert.Equal(["causes[0]", "symptoms[0]", "questions[0]", "presses[1]", "presses[2]"], problems.Select(problem => problem.Place));
    }

    private static Inquiry Pressed(PressOutcome outcome) => new() { Drawing = Temple, Presses = [new(Suspect, outcome)] };

    private static SidedPoint Mirrored(SidedPoint point) => point with { Side = point.Side.Mirrored() };

    private static RankedPoint ResultOf(SidedPoint point, Inquiry inquiry) =>
        RealModel.Model.Trace(inquiry, TraceOptions.Ranking).Results.Single(result => result.Point == point);

    private static double ProbabilityOf(SidedPoint point, Inquiry inquiry) => ResultOf(point, inquiry).Probability;

    /// <summary>A drawing and a few answers of every kind about points that exist on both sides.</summary>
    private static Inquiry RandomInquiry(Random random)
    {
        var atlas = RealModel.Atlas;
        var muscles = atlas.Muscles.Where(muscle => muscle.OnlySide is null).ToArray();
        random.Shuffle(muscles);
        Side Any() => random.Next(2) == 0 ? Side.Left : Side.Right;
        var drawing = Drawings.Random(random.Next());
        return new Inquiry
        {
            Drawing = drawing,
            Places = [.. drawing.Regions.Take(3).Select(pain => new PlaceQualities(pain.Region, [.. new[] { PainQuality.Sharp, PainQuality.Stiff, PainQuality.Numb }.Where(_ => random.Next(2) == 0)]))],
            Qualities = [.. new[] { PainQuality.Dull, PainQuality.Burning, PainQuality.Tight }.Where(_ => random.Next(2) == 0)],
            Causes = [.. muscles.Take(2).SelectMany(muscle => muscle.Causes).Distinct().Take(3).Select(cause => new CauseAnswer(cause, random.Next(2) == 0))],
            Symptoms = [.. muscles.Skip(2).Take(3).SelectMany(muscle => muscle.Signs.Take(1)).Select(sign => sign.Symptom).Distinct().Select(symptom => new SymptomAnswer(symptom, Any(), random.Next(2) == 0))],
            Questions = [.. muscles.Skip(5).Take(3).SelectMany(muscle => muscle.Tests.Take(1)).Select(test => test.Question).Distinct().Select(question => new QuestionAnswer(question, Any(), random.Next(2) == 0))],
            Presses = [.. muscles.Skip(8).Take(3).Select(muscle => new PressAnswer(new SidedPoint(muscle.Points[0].Id, Any()), (PressOutcome)random.Next(3)))],
        };
    }
}

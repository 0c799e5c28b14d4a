using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>Ranges, explanations, the next question, and the word that it is probably not a muscle.</summary>
public sealed class GuidanceTests
{
    private static readonly ImmutableArray<string> Pains =
        ["temple:right", "back-of-neck:left", "low-back:right", "front-of-knee:left", "back-of-thigh:left", "outer-elbow:right", "heel:left", "between-shoulder-blades:left"];

    public static TheoryData<string> EachPain => [.. Pains];

    [Theory]
    [MemberData(nameof(EachPain))]
    public void A_range_holds_its_probability_and_says_something(string pain)
    {
        var ranking = Full(Drawings.Of(pain));
        Assert.All(ranking.Results, result =>
        {
            var range = Assert.NotNull(result.Range);
            Assert.InRange(result.Probability, range.Low, range.High);
            Assert.InRange(range.Low, 0, 1);
            Assert.InRange(range.High, range.Low, 1);
        });
        var first = ranking.Results[0];
        Assert.InRange(first.Range!.Value.High - first.Range.Value.Low, 0.02, 0.6);
    }

    [Fact]
    public void Ranges_are_the_same_every_time()
    {
        var one = Full(Drawings.Of("temple:right", "back-of-neck:right"));
        var other = Full(Drawings.Of("temple:right", "back-of-neck:right"));
        Assert.Equal(one.Results.Select(result => result.Range), other.Results.Select(result => result.Range));
    }

    [Fact]
    public void Without_being_asked_there_is_neither_range_nor_next_question()
    {
        var ranking = RealModel.Model.Trace(Drawings.Of("temple:right"));
        Assert.All(ranking.Results, result => Assert.Null(result.Range));
        Assert.Null(ranking.Next);
    }

    [Theory]
    [MemberData(nameof(EachPain))]
    public void The_explanation_is_short_and_accounts_for_most(string pain)
    {
        var explanation = Full(Drawings.Of(pain)).Explanation;
        Assert.InRange(explanation.Points.Count(point => point.Keeps.IsEmpty), 1, 2);
        Assert.InRange(explanation.Accounts, 0.5, 1);
        Assert.Empty(explanation.Unexplained);
        Assert.Contains(RealModel.Region(pain), explanation.Points.SelectMany(point => point.Regions));
        AssertKeysFirst(explanation);
    }

    [Fact]
    public void Two_pains_far_apart_take_two_points_at_least()
    {
        var explanation = Full(Drawings.Of("temple:right", "heel:left")).Explanation;
        Assert.InRange(explanation.Points.Count(point => !point.Regions.IsEmpty), 2, 3);
        Assert.Equal(2, explanation.Points.SelectMany(point => point.Regions).Distinct().Count());
        AssertKeysFirst(explanation);
    }

    [Fact]
    public void The_chain_from_back_to_neck_to_head_begins_with_the_back()
    {
        var points = Full(Drawings.Of("temple:right", "back-of-neck:right", "angle-of-neck:right")).Explanation.Points;
        var back = points.Select((point, place) => (point, place)).First(item => item.point.Point.Point.ToString().StartsWith("lower-trapezius", StringComparison.Ordinal));
        var neck = points.Select((point, place) => (point, place)).First(item => item.point.Point.Point.ToString().StartsWith("upper-trapezius", StringComparison.Ordinal));
        Assert.True(back.place < neck.place);
        Assert.Contains(neck.point.Point, back.point.Keeps);
    }

    [Theory]
    [MemberData(nameof(EachPain))]
    public void The_next_step_is_worth_its_effort_and_never_a_press_that_is_not_ones_own(string pain)
    {
        var next = Assert.IsType<NextSteps>(Full(Drawings.Of(pain)).Next);
        Assert.Null(next.Stop);
        Assert.InRange(next.Suggestions.Length, 1, 2);
        Assert.All(next.Suggestions, suggestion =>
        {
            Assert.InRange(suggestion.Gain, 0.01, 4);
            Assert.InRange(suggestion.Cost, 1, 3);
        });
        Assert.All(next.Suggestions.OfType<Suggestion.Press>(), press =>
            Assert.NotEqual(TreatedBy.Professional, RealModel.Atlas.Point(press.Point.Point).Muscle.Treatment.By));
    }

    [Theory]
    [MemberData(nameof(EachPain))]
    public void The_questions_come_to_an_end_and_none_is_asked_twice(string pain)
    {
        // The person has the first point of the ranking, and answers as somebody with it would.
        var inquiry = new Inquiry { Drawing = Drawings.Of(pain) };
        var truth = RealModel.Model.Trace(inquiry, TraceOptions.Ranking).Results[0].Point;
        var muscle = RealModel.Atlas.Point(truth.Point).Muscle;
        var start = RealModel.Model.Trace(inquiry, TraceOptions.Ranking).Results[0].Probability;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            Assert.InRange(round, 0, 12);
            var ranking = RealModel.Model.Trace(inquiry, TraceOptions.Full);
            if (ranking.Next!.Stop is not null)
            {
                var place = ranking.Results.Select((result, i) => (result, i)).First(item => item.result.Muscle == muscle.Id && item.result.Point.Side == truth.Side);
                Assert.InRange(place.i, 0, 3);
                Assert.True(place.result.Probability > start);
                return;
            }

            foreach (var suggestion in ranking.Next.Suggestions)
            {
                Assert.True(asked.Add((suggestion with { Gain = 0 }).ToString()), suggestion.ToString());
                inquiry = Answered(inquiry, suggestion, truth, muscle);
            }
        }
    }

    [Fact]
    public void A_fitting_pain_has_evidence_and_a_far_fetched_one_is_called_not_muscular()
    {
        var fitting = Full(Drawings.Of("temple:right", "angle-of-neck:right"));
        Assert.False(fitting.ProbablyNotMuscular);
        Assert.True(fitting.MuscularEvidence > 3, $"{fitting.MuscularEvidence}");
    }

    [Fact]
    public void Pain_where_hardly_any_point_refers_is_probably_not_muscular_and_the_more_so_when_it_feels_like_a_nerve()
    {
        var shin = Drawings.Of("inner-lower-leg:left");
        var plain = Full(shin);
        var electric = RealModel.Model.Trace(new Inquiry { Drawing = shin, Qualities = [PainQuality.Electric, PainQuality.Numb] }, TraceOptions.Full);
        Assert.True(plain.ProbablyNotMuscular);
        Assert.True(electric.ExplainedShare < plain.ExplainedShare && electric.MuscularEvidence < plain.MuscularEvidence);
        Assert.Equal(RealModel.Region("inner-lower-leg:left"), Assert.Single(plain.Explanation.Unexplained));
    }

    [Fact]
    public void Who_is_told_that_it_is_not_muscular_is_asked_nothing_more()
    {
        foreach (var region in RealModel.Map.Regions)
        {
            var ranking = Full(Drawings.Of(region.ToString()));
            Assert.Equal(ranking.ProbablyNotMuscular, ranking.Next!.Stop == StopReason.NotMuscular);
        }
    }

    [Fact]
    public void A_deadline_gives_a_certified_answer()
    {
        var exact = RealModel.Model.Trace(Drawings.Of("temple:right", "back-of-neck:right"));
        var options = TraceOptions.Ranking with { Deadline = TimeSpan.Zero };
        var hasty = RealModel.Model.Trace(new Inquiry { Drawing = Drawings.Of("temple:right", "back-of-neck:right") }, options);
        Assert.Equal(InferenceMethod.Elimination, exact.Method);
        Assert.InRange(exact.ErrorBound, 0, 1e-9);
        Assert.Equal(InferenceMethod.Search, hasty.Method);
        var certain = exact.Results.ToDictionary(result => result.Point, result => result.Probability);
        Assert.All(hasty.Results, result => Assert.InRange(result.Probability, certain[result.Point] - hasty.ErrorBound - 1e-9, certain[result.Point] + hasty.ErrorBound + 1e-9));
        var patient = RealModel.Model.Trace(new Inquiry { Drawing = Drawings.Of("temple:right") }, TraceOptions.Ranking with { Deadline = TimeSpan.FromSeconds(10) });
        Assert.Equal(InferenceMethod.Elimination, patient.Method);
    }

    [Theory]
    [MemberData(nameof(EachPain))]
    public void What_had_no_answer_is_not_asked_again_and_changes_nothing_else(string pain)
    {
        var inquiry = new Inquiry { Drawing = Drawings.Of(pain) };
        var first = RealModel.Model.Trace(inquiry, TraceOptions.Full);
        var asked = new List<string>();
        for (var next = first.Next!; next.Suggestions is [var suggestion, ..] && asked.Count < 12;)
        {
            asked.Add(NameOf(suggestion));
            inquiry = inquiry with { Unanswered = With(inquiry.Unanswered, suggestion) };
            var ranking = RealModel.Model.Trace(inquiry, TraceOptions.Full);
            Assert.Equal(first.Results.Select(result => result.Probability), ranking.Results.Select(result => result.Probability));
            next = ranking.Next!;
        }

        Assert.NotEmpty(asked);
        Assert.Equal(asked.Distinct(StringComparer.Ordinal), asked);
    }

    [Fact]
    public void It_is_sure_enough_when_nothing_is_left_to_learn_and_one_point_stands_out()
    {
        var ends = new List<string>();
        foreach (var pain in Pains)
        {
            var inquiry = new Inquiry { Drawing = Drawings.Of(pain) };
            var ranking = RealModel.Model.Trace(inquiry, TraceOptions.Full);
            inquiry = inquiry with { Presses = [.. ranking.Explanation.Points.Select(point => new PressAnswer(point.Point, PressOutcome.MyPain))] };
            ranking = RealModel.Model.Trace(inquiry, TraceOptions.Full);
            for (var asked = 0; asked < 80 && ranking.Next!.Suggestions is [var suggestion, ..]; asked++)
            {
                inquiry = suggestion is Suggestion.Press(var point) && inquiry.Presses.Length < 9
                    ? inquiry with { Presses = inquiry.Presses.Add(new PressAnswer(point, PressOutcome.Nothing)) }
                    : inquiry with { Unanswered = With(inquiry.Unanswered, suggestion) };
                ranking = RealModel.Model.Trace(inquiry, TraceOptions.Full);
            }

            var first = ranking.Results[0].Probability;
            ends.Add($"{pain} {ranking.Next!.Stop} {first:0.00}");
            Assert.Equal(first >= 0.35 ? StopReason.SureEnough : StopReason.NothingToLearn, ranking.Next.Stop);
        }

        foreach (var reason in (string[])["SureEnough", "NothingToLearn"])
        {
            Assert.True(ends.Any(end => end.Contains(reason, StringComparison.Ordinal)), string.Join("; ", ends));
        }
    }

    [Fact]
    public void Before_anything_is_told_each_point_has_its_prior()
    {
        var ranking = Full(Drawings.Of("temple:right"));
        var plain = RealModel.Model.Trace(new Drawing { Regions = [], Cells = [], PainFree = [] }).Results.ToDictionary(result => result.Point, result => result.Probability);
        Assert.All(ranking.Results, result => Assert.Equal(plain[result.Point], result.Prior, 1e-6));
        Assert.All(ranking.Results.SelectMany(result => result.Explains), area => Assert.InRange(area.Frequency, 0.05, 1));
    }

    private static string NameOf(Suggestion suggestion) => suggestion switch
    {
        Suggestion.Press(var point) => $"{point}",
        Suggestion.Ask(var question, _) => $"{question}",
        Suggestion.Notice(var symptom, _) => $"{symptom}",
        Suggestion.Recall(var cause) => $"{cause}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Unanswered With(Unanswered known, Suggestion suggestion) => suggestion switch
    {
        Suggestion.Press(var point) => known with { Presses = known.Presses.Add(point) },
        Suggestion.Ask(var question, _) => known with { Questions = known.Questions.Add(question) },
        Suggestion.Notice(var symptom, _) => known with { Symptoms = known.Symptoms.Add(symptom) },
        Suggestion.Recall(var cause) => known with { Causes = known.Causes.Add(cause) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A press tells most, and nobody must leave a dozen questions unanswered before one is asked for.</summary>
    [Theory]
    [InlineData("temple:right")]
    [InlineData("low-back:right")]
    [InlineData("front-of-knee:left")]
    [InlineData("outer-elbow:right")]
    public void Who_cannot_answer_is_soon_asked_to_press(string pain)
    {
        var inquiry = new Inquiry { Drawing = Drawings.Of(pain, "back-of-neck:right") };
        var asked = 0;
        for (; asked < 20; asked++)
        {
            var next = RealModel.Model.Trace(inquiry, TraceOptions.Full).Next!.Suggestions[0];
            var left = inquiry.Unanswered;
            left = next switch
            {
                Suggestion.Ask ask => left with { Questions = left.Questions.Add(ask.Question) },
                Suggestion.Notice notice => left with { Symptoms = left.Symptoms.Add(notice.Symptom) },
                Suggestion.Recall recall => left with { Causes = left.Causes.Add(recall.Cause) },
                _ => left,
            };
            if (left == inquiry.Unanswered)
            {
                break;
            }

            inquiry = inquiry with { Unanswered = left };
        }

        Assert.InRange(asked, 0, 5);
    }

    private static Ranking Full(Drawing drawing) => RealModel.Model.Trace(new Inquiry { Drawing = drawing }, TraceOptions.Full);

    private static void AssertKeysFirst(Explanation explanation)
    {
        var order = explanation.Points.Select(point => point.Point).ToList();
        Assert.Equal(order.Count, order.Distinct().Count());
        Assert.All(explanation.Points, point => Assert.All(point.Keeps, kept => Assert.True(order.IndexOf(point.Point) < order.IndexOf(kept))));
    }

    private static Inquiry Answered(Inquiry inquiry, Suggestion suggestion, SidedPoint truth, Muscle muscle) => suggestion switch
    {
        Suggestion.Press press => inquiry with { Presses = inquiry.Presses.Add(new(press.Point, press.Point == truth ? PressOutcome.MyPain : PressOutcome.OnlyTender)) },
        Suggestion.Ask ask => inquiry with { Questions = inquiry.Questions.Add(new(ask.Question, ask.Side, muscle.Tests.Any(test => test.Question == ask.Question))) },
        Suggestion.Notice notice => inquiry with { Symptoms = inquiry.Symptoms.Add(new(notice.Symptom, notice.Side, muscle.Signs.Any(sign => sign.Symptom == notice.Symptom))) },
        Suggestion.Recall recall => inquiry with { Causes = inquiry.Causes.Add(new(recall.Cause, muscle.Causes.Contains(recall.Cause))) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

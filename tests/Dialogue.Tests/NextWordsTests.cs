using System.Text.RegularExpressions;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue.Tests;

public sealed partial class NextWordsTests
{
    private static readonly SidedPoint Trapezius = new(PointId.Parse("upper-trapezius-1", null), Side.Right);

    [Fact]
    public void A_press_says_where_the_point_is_and_what_to_answer()
    {
        var (muscle, point) = TheAtlas.Data.Point(Trapezius.Point);

        var words = NextWords.Of(new Suggestion.Press(Trapezius) { Gain = 1, Cost = 2 }, TheAtlas.Data);

        Assert.Equal(
            $"Press here. {muscle.Name}, right: {point.Where}. {point.Find.Landmarks} Does it bring on your pain, is it only tender, or is there nothing?", words);
    }

    [Fact]
    public void Nobody_is_told_to_press_what_belongs_to_a_therapist()
    {
        var points = TheAtlas.Data.Muscles.Where(muscle => muscle.Treatment.By == TreatedBy.Professional).SelectMany(muscle => muscle.Points).ToList();

        Assert.NotEmpty(points);
        Assert.All(points, point =>
        {
            var side = TheAtlas.Data.Point(point.Id).Muscle.Sides[0];
            var words = NextWords.Of(new Suggestion.Press(new SidedPoint(point.Id, side)) { Gain = 1, Cost = 2 }, TheAtlas.Data);
            Assert.StartsWith("Only for a therapist to press", words, StringComparison.Ordinal);
            Assert.DoesNotContain("Press here", words, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Questions_symptoms_and_causes_are_asked_as_the_atlas_has_them()
    {
        var question = TheAtlas.Data.Question(QuestionId.Parse("bend-back", null));
        Assert.Equal(
            "On your left: does it hurt to bend backwards? Stand with your hands on your hips.",
            NextWords.Of(new Suggestion.Ask(question.Id, Side.Left) { Gain = 1, Cost = 1 }, TheAtlas.Data));
        Assert.Equal(
            "Does an ear feel blocked, although nothing is in it?",
            NextWords.Of(new Suggestion.Notice(SymptomId.Parse("blocked-ear", null), Side.Midline) { Gain = 1, Cost = 1 }, TheAtlas.Data));
        Assert.Equal(
            "Does this apply to you, or did it come before the pain: a twisted ankle?",
            NextWords.Of(new Suggestion.Recall(CauseId.Parse("ankle-sprain", null)) { Gain = 1, Cost = 1 }, TheAtlas.Data));
    }

    [Fact]
    public void What_comes_next_is_told_with_the_id_of_its_kind_alone()
    {
        var told = Telling.Of(
            new NextSteps
            {
                Suggestions =
                [
                    new Suggestion.Press(Trapezius) { Gain = 0.5, Cost = 3 },
                    new Suggestion.Ask(QuestionId.Parse("bend-back", null), Side.Midline) { Gain = 0.4, Cost = 1 },
                    new Suggestion.Notice(SymptomId.Parse("blocked-ear", null), Side.Left) { Gain = 0.3, Cost = 1 },
                    new Suggestion.Recall(CauseId.Parse("desk-work", null)) { Gain = 0.2, Cost = 1 },
                ],
                Stop = null,
            },
            TheAtlas.Data)!;

        Assert.Equal(["press", "question", "symptom", "cause"], told.Suggestions.Select(each => each.Kind));
        Assert.Equal(["upper-trapezius-1", "bend-back", "blocked-ear", "desk-work"], told.Suggestions.Select(each => Assert.Single(new[] { each.Point, each.Question, each.Symptom, each.Cause }.OfType<string>())));
        Assert.Equal([Side.Right, Side.Midline, Side.Left, null], told.Suggestions.Select(each => each.Side));
        Assert.Equal([0.5, 0.4, 0.3, 0.2], told.Suggestions.Select(each => each.Gain));
        Assert.Equal([3.0, 1, 1, 1], told.Suggestions.Select(each => each.Cost));
        Assert.Null(told.Stop);
        Assert.Null(told.StopWords);
    }

    [Theory]
    [InlineData(StopReason.SureEnough, "sure-enough", "Sure enough to begin")]
    [InlineData(StopReason.NothingToLearn, "nothing-to-learn", "No further answer")]
    [InlineData(StopReason.EnoughAsked, "enough-asked", "enough for now")]
    [InlineData(StopReason.NotMuscular, "not-muscular", "ask a clinician")]
    public void The_end_is_told_in_a_word_and_a_sentence(StopReason stop, string word, string said)
    {
        var told = Telling.Of(new NextSteps { Suggestions = [], Stop = stop }, TheAtlas.Data)!;

        Assert.Equal(word, told.Stop);
        Assert.Contains(said, told.StopWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_looked_for_is_nothing_told() => Assert.Null(Telling.Of((NextSteps?)null, TheAtlas.Data));

    [Fact]
    public void No_sentence_says_that_somebody_has_an_illness_or_a_point_for_certain()
    {
        var sentences = Enum.GetValues<StopReason>().Select(stop => NextWords.Of(stop))
            .Concat(TheAtlas.Data.Causes.Select(cause => NextWords.Of(new Suggestion.Recall(cause.Id) { Gain = 1, Cost = 1 }, TheAtlas.Data)))
            .Concat(ReasonWordsTests.Reasons.Select(row => (string)row[1]))
            .Append(RangeWords.Of(new ProbabilityRange(0.2, 0.4)));

        Assert.All(sentences, sentence => Assert.DoesNotMatch(Certain(), sentence));
    }

    [Fact]
    public void The_search_for_certainty_can_fail() => Assert.Matches(Certain(), "You suffer from a disease; this is the cause.");

    [GeneratedRegex(@"\b(diagnos\w*|disease|suffer\w*|is the cause|causes your|syndrome)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Certain();
}

using Unknot.Atlas;

namespace Unknot.Dialogue.Tests;

public sealed class AnswerNamesTests
{
    private static readonly AnswerNames Names = new(TheAtlas.Data);

    [Fact]
    public void Every_name_of_the_atlas_is_known()
    {
        Assert.All(TheAtlas.Data.Causes, cause => Assert.True(Names.TryCause(cause.Id.ToString(), out var found, out _) && found == cause.Id));
        Assert.All(TheAtlas.Data.Symptoms, symptom => Assert.True(Names.TrySymptom(symptom.Id.ToString(), out var found, out _) && found == symptom.Id));
        Assert.All(TheAtlas.Data.Questions, question => Assert.True(Names.TryQuestion(question.Id.ToString(), out var found, out _) && found == question.Id));
        Assert.All(TheAtlas.Data.Muscles.SelectMany(muscle => muscle.Points), point => Assert.True(Names.TryPoint(point.Id.ToString(), out var found, out _) && found == point.Id));
        Assert.All(Enum.GetValues<PainQuality>(), quality => Assert.True(AnswerNames.TryQuality(quality.ToWord(), out var found, out _) && found == quality));
        Assert.Equal(["my-pain", "only-tender", "nothing"], AnswerNames.OutcomeWords.Select(word => word));
        Assert.All(AnswerNames.OutcomeWords, word => Assert.True(AnswerNames.TryOutcome(word, out var found, out _) && ReasonWords.WordOf(found) == word));
    }

    [Theory]
    [InlineData("desk-wrk", "desk-work")]
    [InlineData("Desk work!", "desk-work")]
    [InlineData("", "Nearest")]
    public void An_unknown_cause_is_told_with_the_nearest(string name, string offered)
    {
        Assert.False(Names.TryCause(name, out _, out var problem));
        Assert.Contains($"There is no cause '{name}'", problem, StringComparison.Ordinal);
        Assert.Contains(offered, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_unknown_names_are_told_likewise()
    {
        Assert.False(Names.TrySymptom("blocked-eer", out _, out var symptom));
        Assert.Contains("blocked-ear", symptom, StringComparison.Ordinal);
        Assert.False(Names.TryQuestion("bend-bak", out _, out var question));
        Assert.Contains("bend-back", question, StringComparison.Ordinal);
        Assert.False(Names.TryPoint("upper-trapezius", out _, out var point));
        Assert.Contains("upper-trapezius-1", point, StringComparison.Ordinal);
        Assert.False(AnswerNames.TryQuality("tinglin", out _, out var quality));
        Assert.Contains("Nearest: tingling", quality, StringComparison.Ordinal);
        Assert.False(AnswerNames.TryOutcome("ouch", out _, out var outcome));
        Assert.Contains("my-pain, only-tender, nothing", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_of_one_side_is_refused_on_the_other()
    {
        var muscle = TheAtlas.Data.Muscles.First(each => each.OnlySide is not null);
        var (own, other) = (muscle.OnlySide!.Value, muscle.OnlySide.Value.Mirrored());

        Assert.True(Names.TrySideOf(muscle.Points[0].Id, own.ToWord(), out var side, out _));
        Assert.Equal(own, side);
        Assert.False(Names.TrySideOf(muscle.Points[0].Id, other.ToWord(), out _, out var problem));
        Assert.Contains($"Allowed: {own.ToWord()}.", problem, StringComparison.Ordinal);
        Assert.False(Names.TrySideOf(PointId.Parse("upper-trapezius-1", null), "midline", out _, out problem));
        Assert.Contains("Allowed: left, right.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Side.Midline)]
    [InlineData("midline", Side.Midline)]
    [InlineData("left", Side.Left)]
    [InlineData("right", Side.Right)]
    public void An_answer_has_a_side_or_speaks_about_both(string? word, Side side)
    {
        Assert.True(AnswerNames.TryAnswerSide(word, out var read, out _));
        Assert.Equal(side, read);
    }

    [Fact]
    public void Another_side_is_refused()
    {
        Assert.False(AnswerNames.TryAnswerSide("Left", out _, out var problem));
        Assert.Contains("'Left'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_any_length_gives_a_problem_that_can_be_read()
    {
        Assert.False(Names.TryCause(new string('x', 100_000), out _, out var problem));
        Assert.InRange(problem.Length, 60, 300);
    }
}

using Unknot.Atlas;
using Unknot.Cli.Commands;

namespace Unknot.Cli.Tests;

/// <summary>Answers beside the drawing, as they are typed.</summary>
public sealed class TraceAnswersTests
{
    private static readonly AtlasData Atlas = AtlasData.Load();

    [Fact]
    public void Each_kind_of_answer_is_read_with_its_side_and_value()
    {
        var errors = new List<string>();
        var answers = new TraceAnswers(Atlas, errors);

        Assert.Equal([PainQuality.Dull, PainQuality.Tight], answers.Qualities(["tight", "Dull"]).Select(quality => quality));
        Assert.Equal(["desk-work True", "cough False", "cycling True"], answers.Causes(["desk-work", "cough=no", "cycling=yes"]).Select(answer => $"{answer.Cause} {answer.Applies}"));
        Assert.Equal(
            ["blocked-ear Left True", "blocked-ear Right False", "bloating Midline False"],
            answers.Symptoms(["blocked-ear:left", "blocked-ear:right=no", "bloating=no"]).Select(answer => $"{answer.Symptom} {answer.Side} {answer.Present}"));
        Assert.Equal(
            ["bend-back Midline True", "arm-beside-ear Right False"],
            answers.Questions(["bend-back=yes", "arm-beside-ear:right=no"]).Select(answer => $"{answer.Question} {answer.Side} {answer.Yes}"));
        Assert.Equal(
            ["upper-trapezius-1:right MyPain", "upper-trapezius-1:left OnlyTender", "lower-trapezius-3:right Nothing"],
            answers.Presses(["upper-trapezius-1:right=my-pain", "upper-trapezius-1:left=only-tender", "lower-trapezius-3:right=nothing"]).Select(answer => $"{answer.Point} {answer.Outcome}"));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("--quality", "tinglin", "Nearest: tingling")]
    [InlineData("--cause", "desk-wrk", "Nearest: desk-work")]
    [InlineData("--cause", "desk-work:left", "a cause has no side")]
    [InlineData("--cause", "desk-work=maybe", "'maybe' is no answer. Allowed: yes, no.")]
    [InlineData("--symptom", "blocked-eer", "blocked-ear")]
    [InlineData("--symptom", "blocked-ear:up", "There is no side 'up'. Allowed: left, right")]
    [InlineData("--symptom", "blocked-ear=perhaps", "Allowed: yes, no.")]
    [InlineData("--question", "bend-bak=yes", "bend-back")]
    [InlineData("--question", "bend-back", "the answer is missing. Allowed: yes, no.")]
    [InlineData("--question", "bend-back:middle=yes", "There is no side 'middle'")]
    [InlineData("--press", "upper-trapezius:right=nothing", "upper-trapezius-1")]
    [InlineData("--press", "upper-trapezius-1=nothing", "has no side ''. Allowed: left, right.")]
    [InlineData("--press", "upper-trapezius-1:right", "Allowed: my-pain, only-tender, nothing")]
    [InlineData("--press", "upper-trapezius-1:right=ouch", "Allowed: my-pain, only-tender, nothing")]
    public void A_wrong_answer_exits_with_2_and_says_what_is_allowed(string option, string value, string said)
    {
        var run = Run.Of("trace", "temple:right", option, value, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cause", "desk-work", "desk-work", "given twice")]
    [InlineData("--cause", "desk-work", "desk-work=no", "answered in two ways")]
    [InlineData("--symptom", "blocked-ear:left", "blocked-ear:left", "given twice")]
    [InlineData("--symptom", "blocked-ear", "blocked-ear:left", "for one side and for both")]
    [InlineData("--question", "bend-back=yes", "bend-back=no", "answered in two ways")]
    [InlineData("--question", "bend-back:left=yes", "bend-back=yes", "for one side and for both")]
    [InlineData("--press", "upper-trapezius-1:right=nothing", "upper-trapezius-1:right=my-pain", "answered in two ways")]
    public void What_is_said_twice_or_in_two_ways_is_refused(string option, string first, string second, string said)
    {
        var run = Run.Of("trace", "temple:right", option, first, option, second);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} {second}", run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var run = Run.Of("trace", "tempel:right", "--cause", "desk-wrk", "--press", "x:left=nothing");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Answers_alone_are_no_pain() =>
        Assert.Contains("Say where it hurts", Run.Of("trace", "--press", "upper-trapezius-1:right=my-pain").Error, StringComparison.Ordinal);

    [Fact]
    public void A_full_set_of_answers_is_traced()
    {
        var run = Run.Of(
            "trace", "temple:right", "--quality", "dull", "--quality", "tight", "--cause", "desk-work", "--cause", "cough=no", "--symptom", "blocked-ear:right=no",
            "--question", "bend-back=no", "--press", "upper-trapezius-1:right=my-pain", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"point\":\"upper-trapezius-1\"", run.Output, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Unknot.Atlas;
using Unknot.Cli.Output;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Tests;

/// <summary>How a ranking is printed, from one made by hand.</summary>
public sealed class TraceOutputTests
{
    private static readonly AtlasData Atlas = AtlasData.Load();
    private static readonly SidedPoint Upper = new(PointId.Parse("upper-trapezius-1", null), Side.Right);
    private static readonly SidedPoint Lower = new(PointId.Parse("lower-trapezius-3", null), Side.Right);
    private static readonly SidedRegion Temple = new(RegionId.Parse("temple", null), Side.Right);
    private static readonly SidedRegion Nose = new(RegionId.Parse("nose", null), Side.Midline);

    [Fact]
    public void Json_has_range_evidence_explanation_and_what_to_ask_next()
    {
        using var writer = new StringWriter();
        JsonOutput.Write(writer, TraceOutput.Of(Made(), Atlas, understood: null), JsonOutput.Types.TraceOutput);
        using var answer = JsonDocument.Parse(writer.ToString());
        var root = answer.RootElement;

        Assert.Equal("""{"low":0.21,"high":0.38}""", root.GetProperty("results")[0].GetProperty("range").GetRawText());
        var evidence = root.GetProperty("results")[0].GetProperty("evidence");
        Assert.Equal(["kind", "text", "bits", "outcome"], Names(evidence[0]));
        Assert.Equal("my-pain", evidence[0].GetProperty("outcome").GetString());
        Assert.Equal(["kind", "text", "bits", "region", "frequency", "side"], Names(evidence[1]));
        Assert.Equal(-0.3, evidence[1].GetProperty("bits").GetDouble());
        Assert.Equal("""[{"region":"nose","side":"midline"}]""", root.GetProperty("unexplained").GetRawText());
        var first = root.GetProperty("explanation").GetProperty("points")[0];
        Assert.Equal("lower-trapezius-3", first.GetProperty("point").GetString());
        Assert.Equal("""["upper-trapezius-1:right"]""", first.GetProperty("keeps").GetRawText());
        var suggestion = root.GetProperty("next").GetProperty("suggestions")[0];
        Assert.Equal(["kind", "point", "muscle", "name", "side", "text", "gain", "cost"], Names(suggestion));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("next").GetProperty("stop").ValueKind);
        Assert.Equal("search", root.GetProperty("method").GetString());
        Assert.Equal(1e-7, root.GetProperty("errorBound").GetDouble());
    }

    [Fact]
    public void The_text_shows_the_range_what_speaks_against_the_order_and_what_to_ask_next()
    {
        var text = Text(Made());

        Assert.Contains("  1. 30 % (21 to 38 %)  Upper trapezius, right (upper-trapezius-1:right)", text, StringComparison.Ordinal);
        Assert.Contains("a little against: often felt too, but not marked: Back of neck (right)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pressing it brought on your pain", text, StringComparison.Ordinal);
        Assert.Contains("Together these may account for 85 % of it. In this order:", text, StringComparison.Ordinal);
        Assert.Contains("  1. Lower trapezius, right (lower-trapezius-3:right): may keep alive upper-trapezius-1:right", text, StringComparison.Ordinal);
        Assert.Contains("  2. Upper trapezius, right (upper-trapezius-1:right): for Temple (right)", text, StringComparison.Ordinal);
        Assert.Contains("Nothing here accounts for: Nose", text, StringComparison.Ordinal);
        Assert.Contains("Ask next: Press here. Lower trapezius, right: ", text, StringComparison.Ordinal);
        Assert.Contains("answer with --press lower-trapezius-3:right=my-pain, =only-tender or =nothing", text, StringComparison.Ordinal);
        Assert.Contains("answer with --question bend-back:left=yes or =no", text, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_says_why_to_stop_asking()
    {
        var text = Text(Made() with { Next = new NextSteps { Suggestions = [], Stop = StopReason.NotMuscular } });

        Assert.Contains("Please ask a clinician.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask next", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_way_to_answer_that_the_text_offers_is_understood()
    {
        var text = Text(Made() with
        {
            Next = new NextSteps
            {
                Suggestions =
                [
                    new Suggestion.Notice(SymptomId.Parse("blocked-ear", null), Side.Right) { Gain = 1, Cost = 1 },
                    new Suggestion.Recall(CauseId.Parse("desk-work", null)) { Gain = 1, Cost = 1 },
                ],
                Stop = null,
            },
        });

        Assert.Contains("answer with --symptom blocked-ear:right or blocked-ear:right=no", text, StringComparison.Ordinal);
        Assert.Contains("answer with --cause desk-work or desk-work=no", text, StringComparison.Ordinal);
        Assert.Equal(0, Run.Of("trace", "temple:right", "--symptom", "blocked-ear:right", "--cause", "desk-work=no").ExitCode);
        Assert.Equal(0, Run.Of("trace", "temple:right", "--press", "lower-trapezius-3:right=my-pain", "--question", "bend-back:left=no").ExitCode);
    }

    [Fact]
    public void What_was_not_worked_out_is_not_shown()
    {
        var made = Made();

        var text = Text(made with
        {
            Results = [made.Results[0] with { Range = null, Reasons = [] }],
            Explanation = new Explanation { Points = [], Accounts = 0, Unexplained = [] },
            Next = null,
        });

        Assert.Contains("  1. 30 %  Upper trapezius, right", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Together", text, StringComparison.Ordinal);
        Assert.DoesNotContain("against", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing here", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask next", text, StringComparison.Ordinal);
    }

    private static Ranking Made() => new()
    {
        DataVersion = "d",
        ModelVersion = "m",
        Findings = [new RegionPain(Temple, 1), new RegionPain(Nose, 1)],
        Results =
        [
            new RankedPoint
            {
                Point = Upper,
                Muscle = MuscleId.Parse("upper-trapezius", null),
                Name = "Upper trapezius",
                Prior = 0.004,
                Probability = 0.3,
                Range = new ProbabilityRange(0.21, 0.38),
                Reasons =
                [
                    new Reason.Pressed(PressOutcome.MyPain) { Bits = 3 },
                    new Reason.NotMarked(new SidedRegion(RegionId.Parse("back-of-neck", null), Side.Right), 0.7) { Bits = -0.3 },
                ],
                Explains = [new ExplainedArea(Temple, 0.25, 0.7)],
                Chain = [Lower],
            },
        ],
        Fits = [new RegionFit(Temple, 0.9), new RegionFit(Nose, 0.1)],
        ExplainedShare = 0.5,
        ProbablyNotMuscular = false,
        MuscularEvidence = 2.5,
        Explanation = new Explanation { Points = [new(Lower, [Upper], []), new(Upper, [], [Temple])], Accounts = 0.85, Unexplained = [Nose] },
        Method = InferenceMethod.Search,
        ErrorBound = 1e-7,
        Next = new NextSteps
        {
            Suggestions =
            [
                new Suggestion.Press(Lower) { Gain = 0.5, Cost = 3 },
                new Suggestion.Ask(QuestionId.Parse("bend-back", null), Side.Left) { Gain = 0.4, Cost = 1 },
            ],
            Stop = null,
        },
        MergedWitnesses = [],
    };

    private static string Text(Ranking ranking)
    {
        using var writer = new StringWriter();
        TraceText.Write(writer, Atlas, ranking, count: 12);
        return writer.ToString();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}

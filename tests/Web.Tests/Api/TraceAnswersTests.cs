using System.Net;
using System.Text.Json.Nodes;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Features.Finder;
using Unknot.Web.Language;

namespace Unknot.Web.Tests.Api;

/// <summary>What is told beside the drawing reaches the model, and what the model suggests can be answered.</summary>
[Collection(Site.Name)]
public sealed class TraceAnswersTests(SiteUnderTest site)
{
    private AtlasData Atlas => site.Services.GetRequiredService<AtlasData>();

    [Fact]
    public void Everything_that_is_told_is_in_the_inquiry()
    {
        var inquiry = Read(new TracePain.Request
        {
            Strokes = [new TracePain.PaintedStroke { Path = [[-60, 1480, -60], [-75, 1470.5, -60]], Width = 30, Intensity = 0.6 }],
            Text = "right temple 4/10, throbbing, my right jaw is fine",
            Qualities = ["tight"],
            Places = [new TracePain.FeltPlace { Region = "angle-of-neck", Side = "right", Qualities = ["stiff", "dull"] }],
            Causes = [new TracePain.CauseAnswered { Cause = "desk-work", Applies = true }, new TracePain.CauseAnswered { Cause = "cough", Applies = false }],
            Symptoms = [new TracePain.SymptomAnswered { Symptom = "blocked-ear", Side = "right", Present = false }, new TracePain.SymptomAnswered { Symptom = "bloating", Present = true }],
            Questions =
            [
                new TracePain.QuestionAnswered { Question = "bend-back", Yes = true },
                new TracePain.QuestionAnswered { Question = "arm-beside-ear", Side = "left", Yes = false },
                new TracePain.QuestionAnswered { Question = "arm-beside-ear", Side = "right", Yes = true },
            ],
            Presses = [new TracePain.PointPressed { Point = "upper-trapezius-1", Side = "right", Outcome = "my-pain" }],
        });

        var stroke = Assert.Single(inquiry.Drawing.Strokes);
        Assert.Equal([new(-60, 1480, -60), new System.Numerics.Vector3(-75, 1470.5f, -60)], stroke.Path.Select(place => place));
        Assert.Equal((30, 0.6), (stroke.Width, stroke.Intensity));
        Assert.Equal(["temple:right 0.4"], inquiry.Drawing.Regions.Select(pain => FormattableString.Invariant($"{pain.Region} {pain.Intensity}")));
        Assert.Equal(["jaw:right"], inquiry.Drawing.PainFree.Select(region => region.ToString()));
        Assert.Equal([PainQuality.Tight, PainQuality.Throbbing], inquiry.Qualities.Select(quality => quality));
        var place = Assert.Single(inquiry.Places);
        Assert.Equal("angle-of-neck:right", place.Region.ToString());
        Assert.Equal([PainQuality.Dull, PainQuality.Stiff], place.Qualities.Select(quality => quality));
        Assert.Equal(["desk-work True", "cough False"], inquiry.Causes.Select(answer => $"{answer.Cause} {answer.Applies}"));
        Assert.Equal(["blocked-ear Right False", "bloating Midline True"], inquiry.Symptoms.Select(answer => $"{answer.Symptom} {answer.Side} {answer.Present}"));
        Assert.Equal(
            ["bend-back Midline True", "arm-beside-ear Left False", "arm-beside-ear Right True"], inquiry.Questions.Select(answer => $"{answer.Question} {answer.Side} {answer.Yes}"));
        Assert.Equal(["upper-trapezius-1:right MyPain"], inquiry.Presses.Select(answer => $"{answer.Point} {answer.Outcome}"));
    }

    [Fact]
    public void What_is_named_or_painted_wins_over_the_text()
    {
        var body = site.Services.GetRequiredService<BodyAtlas>();
        var jaw = body.CellsOf(new SidedRegion(RegionId.Parse("jaw", null), Side.Right))[0];

        var inquiry = Read(new TracePain.Request
        {
            Regions = [new TracePain.PainfulRegion { Region = "temple", Side = "right", Intensity = 0.9 }],
            Cells = [new TracePain.PainfulCell { Cell = jaw.Value }],
            PainFree = [new TracePain.NamedRegion { Region = "calf", Side = "left" }],
            Text = "left calf 3/10, right heel, not the right temple, not the right jaw",
        });

        Assert.Equal(["temple:right 0.9", "heel:right 0.3"], inquiry.Drawing.Regions.Select(pain => FormattableString.Invariant($"{pain.Region} {pain.Intensity}")));
        Assert.Equal(["calf:left"], inquiry.Drawing.PainFree.Select(region => region.ToString()));
    }

    [Fact]
    public async Task A_text_alone_is_traced_and_told_how_it_was_understood()
    {
        var answer = await TraceAsync(new JsonObject { ["text"] = "right temple 4/10, throbbing, flibber" });

        Assert.Equal("temple", (string)answer["findings"]![0]!["region"]!);
        Assert.Equal(0.4, (double)answer["findings"]![0]!["intensity"]!);
        Assert.Equal("throbbing", (string)answer["understood"]!["qualities"]![0]!);
        Assert.Single(answer["understood"]!["notUnderstood"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_text_nothing_is_said_to_be_understood() =>
        Assert.Null((await TraceAsync(JsonNode.Parse("""{"regions":[{"region":"temple","side":"right"}],"text":"  "}""")!))["understood"]);

    [Fact]
    public async Task Every_question_symptom_cause_and_point_of_the_lists_can_be_answered()
    {
        JsonArray Answers(JsonNode list, string name, Func<string, JsonObject> answer) => [.. list[name]!.AsArray().Select(entry => answer((string)entry!["id"]!))];
        var points = (await site.GetJsonAsync("/api/v1/points"))["points"]!.AsArray();

        var answer = await TraceAsync(new JsonObject
        {
            ["regions"] = new JsonArray(new JsonObject { ["region"] = "temple", ["side"] = "right" }),
            ["causes"] = Answers(await site.GetJsonAsync("/api/v1/causes"), "causes", id => new() { ["cause"] = id, ["applies"] = true }),
            ["symptoms"] = Answers(await site.GetJsonAsync("/api/v1/symptoms"), "symptoms", id => new() { ["symptom"] = id, ["present"] = false }),
            ["questions"] = Answers(await site.GetJsonAsync("/api/v1/questions"), "questions", id => new() { ["question"] = id, ["yes"] = true }),
            ["presses"] = new JsonArray([.. points.SelectMany(point => point!["sides"]!.AsArray().Select(side =>
                new JsonObject { ["point"] = (string)point["id"]!, ["side"] = (string)side!, ["outcome"] = "nothing" }))]),
        });

        Assert.NotEmpty(answer["results"]!.AsArray());
    }

    [Fact]
    public async Task What_is_suggested_can_be_answered_in_the_list_of_its_kind()
    {
        var next = Telling.Of(
            new NextSteps
            {
                Suggestions =
                [
                    new Suggestion.Press(new SidedPoint(PointId.Parse("upper-trapezius-1", null), Side.Right)) { Gain = 1, Cost = 3 },
                    new Suggestion.Ask(QuestionId.Parse("bend-back", null), Side.Midline) { Gain = 1, Cost = 1 },
                    new Suggestion.Notice(SymptomId.Parse("blocked-ear", null), Side.Left) { Gain = 1, Cost = 1 },
                    new Suggestion.Recall(CauseId.Parse("desk-work", null)) { Gain = 1, Cost = 1 },
                ],
                Stop = null,
            },
            Atlas)!;
        var request = new JsonObject { ["regions"] = new JsonArray(new JsonObject { ["region"] = "temple", ["side"] = "right" }) };
        foreach (var suggestion in next.Suggestions)
        {
            var side = suggestion.Side?.ToWord();
            var (list, answer) = suggestion.Kind switch
            {
                "press" => ("presses", new JsonObject { ["point"] = suggestion.Point, ["side"] = side, ["outcome"] = "only-tender" }),
                "question" => ("questions", new JsonObject { ["question"] = suggestion.Question, ["side"] = side, ["yes"] = false }),
                "symptom" => ("symptoms", new JsonObject { ["symptom"] = suggestion.Symptom, ["side"] = side, ["present"] = true }),
                _ => ("causes", new JsonObject { ["cause"] = suggestion.Cause, ["applies"] = true }),
            };
            request[list] = new JsonArray(answer);
        }

        Assert.Equal(5, request.Count);
        Assert.NotEmpty((await TraceAsync(request))["results"]!.AsArray());
    }

    [Fact]
    public async Task The_answer_has_an_explanation_a_method_and_an_error_bound()
    {
        var answer = await TraceAsync(JsonNode.Parse("""{"regions":[{"region":"temple","side":"right"}]}""")!);

        Assert.Equal(["points", "accounts", "unexplained"], answer["explanation"]!.AsObject().Select(field => field.Key));
        Assert.Contains((string)answer["method"]!, (string[])["elimination", "search"]);
        Assert.InRange((double)answer["errorBound"]!, 0, 1);
        Assert.True((double)answer["muscularEvidence"]! >= 0);
        Assert.True(answer.AsObject().ContainsKey("next"));
        Assert.All(answer["results"]!.AsArray(), result =>
        {
            Assert.NotNull(result!["reasons"]);
            Assert.Equal(result["range"] is null, result["rangeWords"] is null);
        });
    }

    [Fact]
    public void A_ranking_with_everything_is_told_with_everything()
    {
        SidedPoint lower = new(PointId.Parse("lower-trapezius-3", null), Side.Right), upper = new(PointId.Parse("upper-trapezius-1", null), Side.Right);
        SidedRegion temple = new(RegionId.Parse("temple", null), Side.Right);

        var told = Answer.From(site.Services.GetRequiredService<Texts>(), RankingOf(upper, lower, temple), Atlas);

        var result = Assert.Single(told.Results);
        Assert.Equal(new ToldRange(0.21, 0.38), result.Range);
        Assert.StartsWith("Between 2 and 4 in 10 people", result.RangeWords, StringComparison.Ordinal);
        Assert.Equal(["pressed", "not-marked"], result.Reasons.Select(reason => reason.Kind));
        Assert.Equal(EvidenceGrade.Expert, Atlas.Point(upper.Point).Point.Evidence.Grade);
        Assert.Equal(EvidenceGrade.Expert, result.Evidence.Grade);
        Assert.Equal(["lower-trapezius-3", "upper-trapezius-1"], told.Explanation.Points.Select(point => point.Point));
        Assert.Equal(["upper-trapezius-1:right"], told.Explanation.Points[0].Keeps.Select(kept => kept));
        Assert.Equal(2.5, told.MuscularEvidence);
        Assert.Equal(("search", 1e-7), (told.Method, told.ErrorBound));
        Assert.Equal("enough-asked", told.Next!.Stop);
        Assert.Empty(told.Next.Suggestions);
    }

    internal static Ranking RankingOf(SidedPoint point, SidedPoint key, SidedRegion region) => new()
    {
        DataVersion = "d",
        ModelVersion = "m",
        Findings = [new RegionPain(region, 1)],
        Results =
        [
            new RankedPoint
            {
                Point = point,
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
                Explains = [new ExplainedArea(region, 0.25, 0.7)],
                Chain = [key],
            },
        ],
        Fits = [new RegionFit(region, 0.9)],
        ExplainedShare = 0.9,
        ProbablyNotMuscular = false,
        MuscularEvidence = 2.5,
        Explanation = new Explanation { Points = [new(key, [point], []), new(point, [], [region])], Accounts = 0.85, Unexplained = [] },
        Method = InferenceMethod.Search,
        ErrorBound = 1e-7,
        Next = new NextSteps { Suggestions = [], Stop = StopReason.EnoughAsked },
        MergedWitnesses = [],
    };

    private Inquiry Read(TracePain.Request request)
    {
        var check = new InquiryCheck(
            Atlas,
            site.Services.GetRequiredService<BodyAtlas>(),
            site.Services.GetRequiredService<PainModel>(),
            site.Services.GetRequiredService<PainWords>(),
            site.Services.GetRequiredService<AnswerNames>(),
            site.Services.GetRequiredService<Texts>());
        var inquiry = check.Read(request);
        Assert.Equal("", check.Problems.Summary);
        return inquiry!;
    }

    private async Task<JsonNode> TraceAsync(JsonNode request)
    {
        var response = await site.TraceAsync(request.ToJsonString());
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        return JsonNode.Parse(body)!;
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

/// <summary>A wrong answer is named by its place, with what is allowed there and the nearest names.</summary>
[Collection(Site.Name)]
public sealed class TraceAnswerRefusalTests(SiteUnderTest site)
{
    /// <summary>What stands beside a drawing that is right, the place that must be named, and what must be said of it.</summary>
    public static readonly TheoryData<string, string, string[]> BadAnswers = new()
    {
        { """ "qualities":["tinglin"] """, "qualities[0]", ["'tinglin'", "Nearest: tingling", "Allowed: aching, "] },
        { """ "qualities":["dull","dull"] """, "qualities[1]", ["dull is given twice"] },
        { """ "qualities":[null] """, "qualities[0]", ["null"] },
        { """ "places":[{"region":"tempel","side":"right","qualities":["dull"]}] """, "places[0].region", ["'tempel'", "temple", "/api/v1/regions"] },
        { """ "places":[{"region":"temple","side":"midline","qualities":["dull"]}] """, "places[0].side", ["'midline'", "left, right"] },
        { """ "places":[{"region":"temple","side":"right","qualities":["tinglin"]}] """, "places[0].qualities[0]", ["'tinglin'", "Nearest: tingling"] },
        { """ "places":[{"region":"temple","side":"right","qualities":["dull","dull"]}] """, "places[0].qualities[1]", ["dull is given twice"] },
        { """ "places":[{"region":"temple","side":"right","qualities":[]},{"region":"temple","side":"right","qualities":["dull"]}] """, "places[1]", ["temple:right is given twice"] },
        { """ "painFree":[{"region":"heel","side":"left"}],"places":[{"region":"heel","side":"left","qualities":["dull"]}] """, "places[0]", ["heel:left is pain-free"] },
        { """ "places":[null] """, "places[0]", ["null"] },
        { """ "causes":[{"cause":"desk-wrk","applies":true}] """, "causes[0].cause", ["'desk-wrk'", "desk-work", "/api/v1/causes"] },
        { """ "causes":[{"cause":"desk-work","applies":true},{"cause":"desk-work","applies":true}] """, "causes[1].cause", ["desk-work is given twice"] },
        { """ "causes":[{"cause":"desk-work","applies":true},{"cause":"desk-work","applies":false}] """, "causes[1].cause", ["desk-work is answered in two ways"] },
        { """ "causes":[null] """, "causes[0]", ["null"] },
        { """ "symptoms":[{"symptom":"blocked-eer","present":true}] """, "symptoms[0].symptom", ["'blocked-eer'", "blocked-ear", "/api/v1/symptoms"] },
        { """ "symptoms":[{"symptom":"blocked-ear","side":"LEFT","present":true}] """, "symptoms[0].side", ["'LEFT'", "left, right"] },
        { """ "symptoms":[{"symptom":"blocked-ear","side":"left","present":true},{"symptom":"blocked-ear","side":"left","present":true}] """, "symptoms[1]", ["blocked-ear:left is given twice"] },
        { """ "symptoms":[{"symptom":"blocked-ear","side":"left","present":true},{"symptom":"blocked-ear","side":"left","present":false}] """, "symptoms[1]", ["blocked-ear:left is answered in two ways"] },
        { """ "symptoms":[{"symptom":"blocked-ear","present":true},{"symptom":"blocked-ear","side":"midline","present":false}] """, "symptoms[1]", ["blocked-ear is answered in two ways"] },
        { """ "symptoms":[{"symptom":"blocked-ear","present":true},{"symptom":"blocked-ear","side":"left","present":false}] """, "symptoms[1]", ["for one side and for both"] },
        { """ "symptoms":[{"symptom":"blocked-ear","side":"left","present":true},{"symptom":"blocked-ear","present":true}] """, "symptoms[1]", ["for one side and for both"] },
        { """ "symptoms":[null] """, "symptoms[0]", ["null"] },
        { """ "questions":[{"question":"bend-bak","yes":true}] """, "questions[0].question", ["'bend-bak'", "bend-back", "/api/v1/questions"] },
        { """ "questions":[{"question":"bend-back","side":"middle","yes":true}] """, "questions[0].side", ["'middle'", "midline"] },
        { """ "questions":[{"question":"bend-back","yes":true},{"question":"bend-back","yes":false}] """, "questions[1]", ["bend-back is answered in two ways"] },
        { """ "questions":[{"question":"bend-back","yes":true},{"question":"bend-back","side":"right","yes":true}] """, "questions[1]", ["for one side and for both"] },
        { """ "questions":[null] """, "questions[0]", ["null"] },
        { """ "presses":[{"point":"upper-trapezius","side":"right","outcome":"nothing"}] """, "presses[0].point", ["'upper-trapezius'", "upper-trapezius-1", "/api/v1/points"] },
        { """ "presses":[{"point":"upper-trapezius-1","side":"midline","outcome":"nothing"}] """, "presses[0].side", ["'midline'", "left, right"] },
        { """ "presses":[{"point":"upper-trapezius-1","side":"right","outcome":"ouch"}] """, "presses[0].outcome", ["'ouch'", "my-pain, only-tender, nothing"] },
        { """ "presses":[{"point":"upper-trapezius-1","side":"right","outcome":"nothing"},{"point":"upper-trapezius-1","side":"right","outcome":"nothing"}] """, "presses[1]", ["upper-trapezius-1:right is given twice"] },
        { """ "presses":[{"point":"upper-trapezius-1","side":"right","outcome":"nothing"},{"point":"upper-trapezius-1","side":"right","outcome":"my-pain"}] """, "presses[1]", ["upper-trapezius-1:right is answered in two ways"] },
        { """ "presses":[null] """, "presses[0]", ["null"] },
        { """ "strokes":[{"path":[[0,1480,60]],"width":0}] """, "strokes[0].width", ["0", "above 0, at most 200"] },
        { """ "strokes":[{"path":[[0,1480,60]],"width":200.5}] """, "strokes[0].width", ["200.5", "above 0, at most 200"] },
        { """ "strokes":[{"path":[[0,1480,60]],"width":1e999}] """, "strokes[0].width", ["out of range"] },
        { """ "strokes":[{"path":[[0,1480,60]],"width":20,"intensity":0}] """, "strokes[0].intensity", ["above 0, at most 1"] },
        { """ "strokes":[{"path":[],"width":20}] """, "strokes[0].path", ["0 places", "1 to 2000"] },
        { """ "strokes":[{"path":[[0,1480]],"width":20}] """, "strokes[0].path[0]", ["three numbers"] },
        { """ "strokes":[{"path":[[0,1480,60],[0,1,2,3]],"width":20}] """, "strokes[0].path[1]", ["three numbers"] },
        { """ "strokes":[{"path":[[0,148000,60]],"width":20}] """, "strokes[0].path[0]", ["148000", "3000 millimetres"] },
        { """ "strokes":[{"path":[[0,1e999,60]],"width":20}] """, "strokes[0].path[0]", ["far from the figure"] },
        { """ "strokes":[null] """, "strokes[0]", ["null"] },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_wrong_answer_is_refused_at_its_place(string beside, string place, string[] said)
    {
        var problem = await RefusalOfAsync($$"""{"regions":[{"region":"temple","side":"right"}],{{beside}}}""");

        Assert.Equal([place], problem["errors"]!.AsObject().Select(error => error.Key));
        Assert.All(said, words => Assert.Contains(words, (string)problem["errors"]![place]![0]!, StringComparison.Ordinal));
        Assert.Contains(said[0], (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "causes":[{"cause":"desk-work"}] """, "'causes[0]' lacks a required field")]
    [InlineData(""" "causes":[{"cause":"desk-work","applies":"yes"}] """, "'causes[0].applies' has the wrong type")]
    [InlineData(""" "causes":[{"cause":null,"applies":true}] """, "'causes[0].cause' has the wrong type")]
    [InlineData(""" "symptoms":[{"symptom":"blocked-ear"}] """, "'symptoms[0]' lacks a required field")]
    [InlineData(""" "questions":[{"question":"bend-back","yes":1}] """, "'questions[0].yes' has the wrong type")]
    [InlineData(""" "presses":[{"point":"upper-trapezius-1","side":"right"}] """, "'presses[0]' lacks a required field")]
    [InlineData(""" "presses":[{"point":"upper-trapezius-1","side":"right","outcome":"nothing","force":3}] """, "not a known field")]
    [InlineData(""" "strokes":[{"path":[[0,1480,60]]}] """, "'strokes[0]' lacks a required field")]
    [InlineData(""" "strokes":[{"path":[["0",1480,60]],"width":20}] """, "'strokes[0].path[0][0]' has the wrong type")]
    [InlineData(""" "strokes":[{"path":[null],"width":20}] """, "has the wrong type")]
    [InlineData(""" "strokes":[{"path":null,"width":20}] """, "'strokes[0].path' has the wrong type")]
    [InlineData(""" "qualities":"dull" """, "'qualities' has the wrong type")]
    [InlineData(""" "qualities":null """, "'qualities' has the wrong type")]
    [InlineData(""" "places":[{"region":"temple","side":"right"}] """, "'places[0]' lacks a required field")]
    [InlineData(""" "places":null """, "'places' has the wrong type")]
    [InlineData(""" "presses":null """, "'presses' has the wrong type")]
    [InlineData(""" "text":5 """, "'text' has the wrong type")]
    [InlineData(""" "text":"a","text":"b" """, "given twice")]
    [InlineData(""" "side":"left" """, "not a known field")]
    public async Task A_wrong_form_is_refused_with_the_right_one(string beside, string said)
    {
        var problem = await RefusalOfAsync($$"""{"regions":[{"region":"temple","side":"right"}],{{beside}}}""");

        Assert.Contains(said, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Contains("\"presses\": [", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"my homework"}""", "text", "No place was understood")]
    [InlineData("""{"text":"xyzzy tmpl"}""", "text", "temple")]
    [InlineData("""{"text":"no pain in the knee"}""", "text", "only names what does not hurt")]
    [InlineData("""{"text":""}""", "regions", "Nothing is marked")]
    [InlineData("""{"qualities":["dull"],"presses":[{"point":"upper-trapezius-1","side":"right","outcome":"my-pain"}]}""", "regions", "Nothing is marked")]
    [InlineData("""{"text":"right temple","painFree":[{"region":"temple","side":"right"}]}""", "text", "only names what does not hurt")]
    public async Task Something_must_hurt(string body, string place, string said) =>
        Assert.Contains(said, (string)(await RefusalOfAsync(body))["errors"]![place]![0]!, StringComparison.Ordinal);

    [Fact]
    public async Task Too_long_a_text_is_refused()
    {
        var problem = await RefusalOfAsync(new JsonObject { ["text"] = new string('a', 501) }.ToJsonString());

        Assert.Contains("501 characters. Allowed: at most 500", (string)problem["errors"]!["text"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_the_greatest_length_is_read() =>
        Assert.Equal(HttpStatusCode.OK, (await site.TraceAsync(new JsonObject { ["text"] = "right temple".PadRight(500) }.ToJsonString())).StatusCode);

    [Theory]
    [InlineData("qualities", "\"dull\"", 22, "at most 21")]
    [InlineData("causes", """{"cause":"desk-work","applies":true}""", 2000, "at most 1")]
    [InlineData("symptoms", """{"symptom":"blocked-ear","present":true}""", 2000, "at most 1")]
    [InlineData("questions", """{"question":"bend-back","yes":true}""", 2000, "at most 2")]
    [InlineData("presses", """{"point":"upper-trapezius-1","side":"right","outcome":"nothing"}""", 2000, "at most 5")]
    [InlineData("strokes", """{"path":[[0,1480,60]],"width":20}""", 201, "at most 200")]
    public async Task More_entries_than_can_be_meant_are_refused_as_a_whole(string list, string entry, int count, string allowed)
    {
        var problem = await RefusalOfAsync($$"""{"regions":[{"region":"temple","side":"right"}],"{{list}}":[{{string.Join(',', Enumerable.Repeat(entry, count))}}]}""");

        Assert.Contains($"There are {count} entries. Allowed: {allowed}", (string)Assert.Single(problem["errors"]![list]!.AsArray())!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2001, "strokes[0].path")]
    [InlineData(6, 2000, "strokes")]
    public async Task Strokes_that_no_hand_draws_are_refused(int strokes, int places, string place)
    {
        var stroke = $$"""{"path":[{{string.Join(',', Enumerable.Repeat("[0,1480,60]", places))}}],"width":20}""";

        var problem = await RefusalOfAsync($$"""{"strokes":[{{string.Join(',', Enumerable.Repeat(stroke, strokes))}}]}""");

        Assert.Equal([place], problem["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task As_much_as_is_allowed_is_traced()
    {
        var stroke = $$"""{"path":[{{string.Join(',', Enumerable.Repeat("[0,1480,60]", 2000))}}],"width":200}""";

        Assert.Equal(HttpStatusCode.OK, (await site.TraceAsync($$"""{"strokes":[{{string.Join(',', Enumerable.Repeat(stroke, 5))}}]}""")).StatusCode);
    }

    private async Task<JsonNode> RefusalOfAsync(string body)
    {
        var response = await site.TraceAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}

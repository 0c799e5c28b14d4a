using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class WordsTests(SiteUnderTest site)
{
    [Fact]
    public async Task Words_come_back_as_regions_with_the_piece_of_text_they_were_read_from()
    {
        const string Text = "back of my left leg down to the calf, tingling, not the buttock, flibber";
        var answer = await UnderstandAsync(Text);

        Assert.Equal(["back-of-thigh:left", "back-of-knee:left", "calf:left"], Regions(answer, "painful"));
        Assert.Equal(["buttock:left"], Regions(answer, "painFree"));
        Assert.Equal("Buttock", (string)answer["painFree"]![0]!["name"]!);
        Assert.Equal(["buttock"], answer["painFree"]!.AsArray().Select(found => In(Text, found!["piece"]!)));
        Assert.Equal("tingling", (string)answer["qualities"]![0]!);
        Assert.Null(answer["strength"]);
        Assert.Equal("flibber", In(Text, answer["notUnderstood"]![0]!));
        Assert.True((bool)answer["painful"]![0]!["sideSaid"]!);
    }

    [Fact]
    public async Task What_was_understood_can_be_traced()
    {
        var answer = await UnderstandAsync("right temple 8/10, my neck is fine");
        var painful = answer["painful"]!.AsArray().Select(found => $$"""{"region":"{{found!["region"]}}","side":"{{found["side"]}}","intensity":{{answer["strength"]}}}""");
        var free = answer["painFree"]!.AsArray().Select(found => $$"""{"region":"{{found!["region"]}}","side":"{{found["side"]}}"}""");

        var response = await site.TraceAsync($$"""{"regions":[{{string.Join(',', painful)}}],"painFree":[{{string.Join(',', free)}}]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    public async Task Words_without_a_place_are_no_fault(string text) => Assert.Empty((await UnderstandAsync(text))["painful"]!.AsArray());

    [Fact]
    public async Task Too_long_a_text_is_refused_with_its_length_and_without_repeating_it()
    {
        var response = await PostAsync(new JsonObject { ["text"] = new string('x', 501) }.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("501 characters. Allowed: at most 500", body, StringComparison.Ordinal);
        Assert.DoesNotContain("xxxx", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"text":"a","more":1}""")]
    public async Task A_wrong_body_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).StatusCode);

    [Fact]
    public async Task Words_are_never_part_of_an_address() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Visitor.GetAsync("/api/v1/words?text=knee")).StatusCode);

    private async Task<JsonNode> UnderstandAsync(string text)
    {
        var response = await PostAsync(new JsonObject { ["text"] = text }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> PostAsync(string json) =>
        site.Visitor.PostAsync("/api/v1/words", new StringContent(json, Encoding.UTF8, "application/json"));

    private static IEnumerable<string> Regions(JsonNode answer, string list) =>
        answer[list]!.AsArray().Select(found => $"{(string)found!["region"]!}:{(string)found["side"]!}");

    private static string In(string text, JsonNode piece) => text.Substring((int)piece["start"]!, (int)piece["length"]!);
}

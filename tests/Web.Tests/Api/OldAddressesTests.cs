using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

/// <summary>The API was at /api/… before it had a version. Whoever used it then is still answered.</summary>
[Collection(Site.Name)]
public sealed class OldAddressesTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("regions")]
    [InlineData("muscles")]
    [InlineData("muscles/upper-trapezius")]
    [InlineData("muscles/figures")]
    [InlineData("muscles/upper-trapezius/figure")]
    [InlineData("muscles/vastus-lateralis/rolls/roll-quadriceps-ball")]
    [InlineData("MUSCLES/upper-trapezius")]
    [InlineData("muscles/upper-trapezus")]
    public async Task What_was_to_be_read_still_is(string path)
    {
        var old = await site.Visitor.GetAsync($"/api/{path}");
        var now = await site.Visitor.GetAsync($"/api/v1/{path}");

        Assert.Equal(now.StatusCode, old.StatusCode);
        Assert.Equal(now.Content.Headers.ContentType, old.Content.Headers.ContentType);
        Assert.Equal(now.Headers.ETag, old.Headers.ETag);
        Assert.Equal(WithoutTrace(await now.Content.ReadAsStringAsync()), WithoutTrace(await old.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("trace", """{"regions":[{"region":"temple","side":"right"}]}""", HttpStatusCode.OK)]
    [InlineData("trace", """{"regions":[{"region":"tempel","side":"right"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("trace", "{", HttpStatusCode.BadRequest)]
    [InlineData("words", """{"text":"right temple"}""", HttpStatusCode.OK)]
    [InlineData("words", """{"words":"right temple"}""", HttpStatusCode.BadRequest)]
    [InlineData("my-map", """{"points":[{"point":"soleus-1","side":"left"}],"format":"svg"}""", HttpStatusCode.OK)]
    public async Task What_was_to_be_sent_still_is(string path, string body, HttpStatusCode status)
    {
        var old = await PostAsync($"/api/{path}", body);
        var now = await PostAsync($"/api/v1/{path}", body);

        Assert.Equal(status, old.StatusCode);
        Assert.Equal(status, now.StatusCode);
        Assert.Equal(WithoutTrace(await now.Content.ReadAsStringAsync()), WithoutTrace(await old.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task All_that_the_answer_to_a_drawing_had_is_in_it()
    {
        var answer = JsonNode.Parse(await (await PostAsync("/api/trace", """{"regions":[{"region":"temple","side":"right"}]}""")).Content.ReadAsStringAsync())!.AsObject();

        Assert.Superset(
            new HashSet<string>(["dataVersion", "modelVersion", "findings", "results", "unexplained", "probablyNotMuscular"], StringComparer.Ordinal),
            answer.Select(field => field.Key).ToHashSet(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(
                ["point", "muscle", "name", "side", "where", "probability", "likelihood", "explains", "chain", "chainLinks", "bySelf", "care", "evidence"], StringComparer.Ordinal),
            answer["results"]![0]!.AsObject().Select(field => field.Key).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(["grade", "words"], answer["results"]![0]!["evidence"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_the_status_it_always_had()
    {
        var response = await PostAsync("/api/trace", new string(' ', (1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("1 MiB", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/trace", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/trace/again", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/regions", HttpStatusCode.MethodNotAllowed)]
    public async Task A_problem_names_the_address_that_was_asked(string method, string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        var response = await site.Visitor.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        var detail = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!;
        Assert.Contains(address, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/v1", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/points")]
    [InlineData("/api/questions")]
    [InlineData("/api/symptoms")]
    [InlineData("/api/causes")]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/v2/regions")]
    [InlineData("/api/v1/v1/regions")]
    public async Task What_came_later_is_at_the_new_addresses_alone(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Only_the_new_addresses_are_described() =>
        Assert.DoesNotContain(
            (await site.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject(),
            path => path.Key.StartsWith("/api/", StringComparison.Ordinal) && !path.Key.StartsWith("/api/v1/", StringComparison.Ordinal));

    private Task<HttpResponseMessage> PostAsync(string address, string body) =>
        site.Visitor.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>A problem carries the id of its request, which differs each time.</summary>
    private static string WithoutTrace(string text)
    {
        if (!text.StartsWith('{'))
        {
            return text;
        }

        var json = JsonNode.Parse(text)!.AsObject();
        json.Remove("traceId");
        return json.ToJsonString();
    }
}

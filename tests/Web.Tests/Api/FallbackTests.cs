using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class FallbackTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("temple", "right")]
    [InlineData("low-back", "left")]
    [InlineData("tongue", "midline")]
    public async Task The_list_of_a_place_is_the_trace_of_that_place_alone(string region, string side)
    {
        var lists = await site.GetJsonAsync("/api/v1/fallback");
        var listed = lists["regions"]!.AsArray().Single(each => (string?)each!["region"] == region && (string?)each["side"] == side)!;
        var trace = JsonNode.Parse(await (await site.TraceAsync($$"""{"regions":[{"region":"{{region}}","side":"{{side}}"}]}""")).Content.ReadAsStringAsync())!;
        var traced = trace["results"]!.AsArray().ToDictionary(
            result => $"{result!["point"]}:{result["side"]}", result => (double)result!["probability"]!, StringComparer.Ordinal);

        var points = listed["points"]!.AsArray();
        Assert.NotEmpty(points);
        Assert.All(points, each => Assert.Equal(traced[$"{lists["points"]![(int)each!["point"]!]!["point"]}:{each["side"]}"], (double)each["probability"]!, 0.001));
        Assert.Equal(points.OrderByDescending(each => (double)each!["probability"]!), points);
        Assert.Equal((string?)trace["dataVersion"], (string?)lists["dataVersion"]);
        Assert.Equal((string?)trace["modelVersion"], (string?)lists["modelVersion"]);
    }

    [Fact]
    public async Task Every_place_that_can_be_marked_has_a_list_and_all_of_them_are_small()
    {
        const int most = 60_000;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/fallback");
        request.Headers.AcceptEncoding.ParseAdd("br");
        var compressed = await (await site.Visitor.SendAsync(request)).Content.ReadAsByteArrayAsync();
        Assert.True(compressed.Length < most, $"{compressed.Length} bytes");

        var lists = await site.GetJsonAsync("/api/v1/fallback");
        var regions = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray()
            .SelectMany(region => region!["sides"]!.AsArray().Select(side => $"{region["id"]}:{side!["side"]}")).Order(StringComparer.Ordinal);
        Assert.Equal(regions, lists["regions"]!.AsArray().Select(each => $"{each!["region"]}:{each["side"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Likelihoods_go_down_to_nothing()
    {
        var from = (await site.GetJsonAsync("/api/v1/fallback"))["likelihoods"]!.AsArray().Select(each => (double)each!["from"]!).ToList();

        Assert.Equal(from.OrderDescending(), from);
        Assert.Equal(0, from[^1]);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Unknot.Atlas;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class DescriptionTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_committed_description_of_the_api_is_the_one_that_is_served()
    {
        var served = Normal(await site.Visitor.GetStringAsync("/openapi/v1.json"));
        var committed = Path.Combine(Repository.Root, "src", "Web", "openapi.json");
        if (Normal(await File.ReadAllTextAsync(committed)) == served)
        {
            return;
        }

        var fresh = Path.Combine(AppContext.BaseDirectory, "openapi.json");
        await File.WriteAllTextAsync(fresh, served);
        Assert.Fail($"The API changed. If it was meant to: cp {fresh} {committed} && npm --prefix {Path.Combine(Repository.Root, "src", "Web", "islands")} run api");
    }

    [Fact]
    public async Task Every_operation_has_a_summary_and_lists_its_refusals()
    {
        var operations = (await site.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Node: operation.Value!)))
            .ToList();

        Assert.Equal(42, operations.Count);
        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty((string?)operation.Node["summary"]), operation.Name));
        var trace = operations.Single(operation => operation.Name == "post /api/v1/trace").Node;
        Assert.NotNull(trace["responses"]!["400"]);
        Assert.NotNull(trace["responses"]!["413"]);
        Assert.NotNull(trace["responses"]!["415"]);
    }

    [Theory]
    [InlineData("/api/v1/trace")]
    [InlineData("/api/v1/words")]
    [InlineData("/api/v1/my-map")]
    public async Task The_example_of_a_body_is_accepted(string address)
    {
        var document = await site.GetJsonAsync("/openapi/v1.json");
        var example = document["paths"]![address]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;

        var response = await site.Visitor.PostAsync(address, new StringContent(example.ToJsonString(), Encoding.UTF8, "application/json"));

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_example_of_a_drawing_shows_every_field()
    {
        var document = await site.GetJsonAsync("/openapi/v1.json");
        var fields = document["components"]!["schemas"]!["TracePainRequest"]!["properties"]!.AsObject().Select(field => field.Key);
        var example = document["paths"]!["/api/v1/trace"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.AsObject();

        Assert.Equal(fields, example.Select(field => field.Key));
    }

    [Fact]
    public async Task The_description_lists_every_quality_of_a_pain()
    {
        var document = await site.GetJsonAsync("/openapi/v1.json");
        var listed = document["components"]!["schemas"]!["TracePainRequest"]!["properties"]!["qualities"]!["items"]!["enum"]!.AsArray();

        Assert.Equal(Enum.GetValues<PainQuality>().Select(quality => quality.ToWord()), listed.Select(word => (string)word!));
    }

    private static string Normal(string json) => JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true }) + "\n";
}

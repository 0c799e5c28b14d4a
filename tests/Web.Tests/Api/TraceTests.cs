using System.Net;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class TraceTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("left")]
    [InlineData("right")]
    public async Task Pain_in_a_temple_leads_to_the_upper_trapezius_of_the_same_side(string side)
    {
        var answer = await TraceAsync($$"""{"regions":[{"region":"temple","side":"{{side}}"}]}""");

        var first = answer["results"]!.AsArray().Take(3).Select(result => ((string)result!["muscle"]!, (string)result["side"]!));
        Assert.Contains(("upper-trapezius", side), first);
    }

    [Fact]
    public async Task Painting_all_cells_of_a_region_leads_to_the_same_first_point_as_naming_it()
    {
        var regions = await site.GetJsonAsync("/api/v1/regions");
        var temple = regions["regions"]!.AsArray().Single(region => (string)region!["id"]! == "temple")!;
        var cells = temple["sides"]!.AsArray().Single(side => (string)side!["side"]! == "right")!["cells"]!.AsArray();

        var painted = await TraceAsync($$"""{"cells":[{{string.Join(',', cells.Select(cell => $$"""{"cell":{{cell}}}"""))}}]}""");
        var named = await TraceAsync("""{"regions":[{"region":"temple","side":"right"}]}""");

        Assert.Equal((string)named["results"]![0]!["point"]!, (string)painted["results"]![0]!["point"]!);
        Assert.Equal("temple", (string)painted["findings"]![0]!["region"]!);
    }

    [Fact]
    public async Task Results_come_with_all_that_a_person_needs_to_choose()
    {
        var answer = await TraceAsync("""{"regions":[{"region":"temple","side":"right"},{"region":"back-of-neck","side":"right","intensity":0.5}]}""");

        Assert.NotEmpty((string)answer["dataVersion"]!);
        Assert.NotEmpty((string)answer["modelVersion"]!);
        var results = answer["results"]!.AsArray();
        Assert.True(results.Count >= 40, $"There are {results.Count} results.");
        var probabilities = results.Select(result => (double)result!["probability"]!).ToList();
        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.All(results, result =>
        {
            Assert.NotEmpty((string)result!["name"]!);
            Assert.NotEmpty((string)result["where"]!);
            Assert.NotEmpty((string)result["likelihood"]!);
            Assert.NotEmpty((string)result["evidence"]!["words"]!);
            Assert.Equal(
                result["chain"]!.AsArray().Select(link => (string)link!),
                result["chainLinks"]!.AsArray().Select(link => $"{(string)link!["point"]!}:{(string)link["side"]!}"));
        });
        Assert.Contains(results[0]!["explains"]!.AsArray(), area => (string)area!["region"]! == "temple");
    }

    [Fact]
    public async Task A_drawing_that_fits_no_pattern_is_said_to_be_unexplained()
    {
        // Patches on the inner side of the shin, where no muscle is felt.
        var answer = await TraceAsync("""{"cells":[{"cell":1686},{"cell":1692},{"cell":1696},{"cell":1704},{"cell":1712}]}""");

        Assert.True((bool)answer["probablyNotMuscular"]!);
        Assert.Equal("inner-lower-leg", (string)answer["unexplained"]![0]!["region"]!);
    }

    [Fact]
    public async Task The_same_drawing_gives_the_same_answer()
    {
        const string Drawing = """{"regions":[{"region":"low-back","side":"left"}],"painFree":[{"region":"buttock","side":"left"}]}""";

        Assert.Equal((await TraceAsync(Drawing)).ToJsonString(), (await TraceAsync(Drawing)).ToJsonString());
    }

    private async Task<JsonNode> TraceAsync(string drawing)
    {
        var response = await site.TraceAsync(drawing);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class AtlasTests(SiteUnderTest site)
{
    [Fact]
    public async Task Every_cell_of_skin_belongs_to_one_region()
    {
        var regions = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray();

        var cells = regions.SelectMany(region => region!["sides"]!.AsArray()).SelectMany(side => side!["cells"]!.AsArray()).Select(cell => (int)cell!).Order().ToList();

        Assert.Equal(Enumerable.Range(0, cells.Count), cells);
        Assert.True(cells.Count > 1500, $"There are {cells.Count} cells.");
    }

    [Fact]
    public async Task A_region_on_the_skin_has_cells_on_its_own_side_and_one_inside_has_none()
    {
        var regions = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray();

        foreach (var region in regions)
        {
            foreach (var side in region!["sides"]!.AsArray())
            {
                var cells = side!["cells"]!.AsArray().Select(cell => (int)cell!).ToList();
                Assert.Equal((bool)region["onSkin"]!, cells.Count > 0);
                Assert.All(cells, cell => Assert.True((string)side["side"]! switch { "left" => cell % 2 == 0, "right" => cell % 2 == 1, _ => true }));
            }
        }
    }

    [Theory]
    [InlineData("temple", "right", "right")]
    [InlineData("temple", "left", "left")]
    [InlineData("forehead", "left", "front")]
    [InlineData("back-of-neck", "right", "back")]
    [InlineData("front-of-knee", "left", "front")]
    [InlineData("outer-hip", "left", "left")]
    [InlineData("low-back", "right", "back")]
    [InlineData("tongue", "midline", null)]
    public async Task A_region_names_the_view_that_shows_it(string id, string side, string? view)
    {
        var regions = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray();

        var sides = regions.Single(region => (string)region!["id"]! == id)!["sides"]!.AsArray();

        Assert.Equal(view, (string?)sides.Single(each => (string)each!["side"]! == side)!["facing"]);
    }

    [Fact]
    public async Task Every_muscle_can_be_shown_and_drawn()
    {
        var muscles = (await site.GetJsonAsync("/api/v1/muscles"))["muscles"]!.AsArray();
        Assert.True(muscles.Count >= 24, $"There are {muscles.Count} muscles.");

        foreach (var id in muscles.Select(muscle => (string)muscle!["id"]!))
        {
            var shown = await site.GetJsonAsync($"/api/v1/muscles/{id}");
            var drawn = await site.GetJsonAsync($"/api/v1/muscles/{id}/figure");

            Assert.NotEmpty(shown["releases"]!.AsArray());
            Assert.NotEmpty(drawn["fibres"]!.AsArray());
            Assert.Equal(
                shown["points"]!.AsArray().Select(point => (string)point!["id"]!),
                drawn["points"]!.AsArray().Select(point => (string)point!["id"]!));
            Assert.All(drawn["points"]!.AsArray(), point =>
                Assert.True(point!["zones"]!.AsArray().Count + point["inside"]!.AsArray().Count > 0, $"{point["id"]} is felt nowhere."));
        }
    }

    [Fact]
    public async Task All_muscles_are_drawn_at_once_as_each_is_alone_with_the_layer_it_lies_in()
    {
        var muscles = (await site.GetJsonAsync("/api/v1/muscles"))["muscles"]!.AsArray();
        var drawn = (await site.GetJsonAsync("/api/v1/muscles/figures"))["muscles"]!.AsArray();

        Assert.Equal(muscles.Select(muscle => (string)muscle!["id"]!), drawn.Select(muscle => (string)muscle!["id"]!));
        var layers = drawn.ToDictionary(muscle => (string)muscle!["id"]!, muscle => (string)muscle!["layer"]!);
        Assert.Equal("superficial", layers["upper-trapezius"]);
        Assert.Equal("deep", layers["piriformis"]);
        var alone = (await site.GetJsonAsync("/api/v1/muscles/piriformis/figure"))["fibres"]!;
        var among = drawn.Single(muscle => (string)muscle!["id"]! == "piriformis")!["fibres"]!.AsArray();
        Assert.True(JsonNode.DeepEquals(alone, new JsonArray([.. among.Select(fibre => fibre!["path"]!.DeepClone())])));
        Assert.All(among, fibre => Assert.True((float)fibre!["skin"]![0]!["z"]! < 0, "It is reached from behind."));
        Assert.All(among, fibre => Assert.InRange((float)fibre!["skin"]![1]!["depth"]!, 30, 100));
    }

    [Fact]
    public async Task Around_a_point_the_places_one_can_feel_are_named()
    {
        var point = (await site.GetJsonAsync("/api/v1/muscles/gluteus-medius/figure"))["points"]![0]!;

        var nearby = point["nearby"]!.AsArray();

        Assert.InRange(nearby.Count, 3, 5);
        Assert.Contains(nearby, near => ((string)near!["landmark"]!).StartsWith("iliac-crest", StringComparison.Ordinal));
        Assert.All(nearby, near => Assert.InRange((float)near!["distanceMillimetres"]!, 1, 110));
        Assert.True((float)point["spreadMillimetres"]! > 0);
    }

    [Theory]
    [InlineData("/api/v1/muscles/upper-trapezus", "upper-trapezius")]
    [InlineData("/api/v1/muscles/trapezius/figure", "trapezius")]
    [InlineData("/api/v1/muscles/..%2f..%2fetc", "")]
    public async Task An_unknown_muscle_is_not_found_and_the_nearest_are_offered(string address, string offered)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(offered, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/regions")]
    [InlineData("/api/v1/muscles")]
    [InlineData("/api/v1/muscles/upper-trapezius")]
    [InlineData("/api/v1/muscles/figures")]
    [InlineData("/api/v1/muscles/upper-trapezius/figure")]
    [InlineData("/api/v1/muscles/vastus-lateralis/rolls/roll-quadriceps-ball")]
    public async Task What_only_changes_with_the_data_is_kept_by_the_browser(string address)
    {
        var version = (string)(await site.GetJsonAsync("/api/v1/regions"))["dataVersion"]!;

        var asked = await site.Visitor.GetAsync(address);
        var versioned = await site.Visitor.GetAsync($"{address}?v={Uri.EscapeDataString(version)}");
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(asked.Headers.ETag!);
        var known = await site.Visitor.SendAsync(again);

        Assert.True(asked.Headers.CacheControl?.NoCache);
        Assert.Contains("immutable", versioned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v1/trace/again", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/regions", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/openapi/v2.json", HttpStatusCode.NotFound)]
    public async Task A_wrong_address_gets_a_problem_document(string method, string address, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.ParseAdd("text/html");

        var response = await site.Visitor.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Unknot.Atlas;

namespace Unknot.Web.Tests.Api;

/// <summary>Points, their zones, single regions, and the lists of what can be answered.</summary>
[Collection(Site.Name)]
public sealed class PointsTests(SiteUnderTest site)
{
    private AtlasData Atlas => site.Services.GetRequiredService<AtlasData>();

    [Fact]
    public async Task Every_point_is_listed_with_the_sides_it_is_on()
    {
        var points = (await site.GetJsonAsync("/api/v1/points"))["points"]!.AsArray();

        Assert.Equal(Atlas.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString()), points.Select(point => (string)point!["id"]!));
        var oneSided = Atlas.Muscles.First(muscle => muscle.OnlySide is not null);
        var listed = points.Single(point => (string)point!["id"]! == oneSided.Points[0].Id.ToString())!;
        Assert.Equal([oneSided.OnlySide!.Value.ToWord()], listed["sides"]!.AsArray().Select(side => (string)side!));
        Assert.Equal(oneSided.Id.ToString(), (string)listed["muscle"]!);
    }

    [Fact]
    public async Task A_point_says_how_to_find_it_and_where_it_is_pressed_on_either_side()
    {
        var point = await site.GetJsonAsync("/api/v1/points/upper-trapezius-1");

        Assert.Equal("Upper trapezius", (string)point["name"]!);
        Assert.All((string[])["where", "position", "landmarks", "feels", "press", "evidence"], field => Assert.NotEmpty((string)point[field]!));
        var sides = point["sides"]!.AsArray();
        Assert.Equal(["left", "right"], sides.Select(side => (string)side!["side"]!));
        Assert.True((float)sides[0]!["x"]! > 0);
        Assert.Equal((float)sides[0]!["x"]!, -(float)sides[1]!["x"]!);
        Assert.InRange((float)sides[0]!["y"]!, 1350, 1550);
    }

    [Fact]
    public async Task The_zone_of_a_point_mirrors_and_its_regions_are_those_that_lead_back_to_it()
    {
        var left = await site.GetJsonAsync("/api/v1/points/upper-trapezius-1/zone?side=left");
        var right = await site.GetJsonAsync("/api/v1/points/upper-trapezius-1/zone?side=right");

        Assert.NotEmpty(left["cells"]!.AsArray());
        Assert.All(left["cells"]!.AsArray(), cell => Assert.InRange((double)cell!["weight"]!, 0, 1));
        Assert.Equal(
            left["cells"]!.AsArray().Select(cell => ((int)cell!["cell"]! ^ 1, (double)cell["weight"]!)).Order(),
            right["cells"]!.AsArray().Select(cell => ((int)cell!["cell"]!, (double)cell["weight"]!)).Order());
        var temple = right["regions"]!.AsArray().Single(region => (string)region!["region"]! == "temple")!;
        Assert.Equal("right", (string)temple["side"]!);
        var back = (await site.GetJsonAsync("/api/v1/regions/temple"))["points"]!.AsArray()
            .Single(felt => (string)felt!["point"]! == "upper-trapezius-1" && (string)felt["side"]! == "right" && (string)felt["regionSide"]! == "right")!;
        Assert.Equal((double)temple["frequency"]!, (double)back["frequency"]!);
    }

    [Theory]
    [InlineData("", "The side is missing. Allowed: left, right.")]
    [InlineData("?side=", "The side is missing. Allowed: left, right.")]
    [InlineData("?side=midline", "has no side 'midline'. Allowed: left, right.")]
    [InlineData("?side=LEFT", "has no side 'LEFT'")]
    public async Task A_zone_needs_a_side_that_the_point_has(string query, string said)
    {
        var response = await site.Visitor.GetAsync($"/api/v1/points/upper-trapezius-1/zone{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!["side"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_of_one_side_has_no_zone_on_the_other()
    {
        var muscle = Atlas.Muscles.First(each => each.OnlySide is not null);
        var address = $"/api/v1/points/{muscle.Points[0].Id}/zone?side=";

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(address + muscle.OnlySide!.Value.ToWord())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Visitor.GetAsync(address + muscle.OnlySide.Value.Mirrored().ToWord())).StatusCode);
    }

    [Fact]
    public async Task A_region_comes_alone_as_it_does_in_the_list()
    {
        var listed = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray().Single(region => (string)region!["id"]! == "temple")!;
        var shown = await site.GetJsonAsync("/api/v1/regions/temple");

        Assert.Equal(listed.ToJsonString(), shown["region"]!.ToJsonString());
        var frequencies = shown["points"]!.AsArray().Where(felt => (string)felt!["regionSide"]! == "left").Select(felt => (double)felt!["frequency"]!).ToList();
        Assert.NotEmpty(frequencies);
        Assert.Equal(frequencies.OrderDescending(), frequencies);
    }

    [Theory]
    [InlineData("/api/v1/points/upper-trapezius", "upper-trapezius-1")]
    [InlineData("/api/v1/points/upper-trapezus-1/zone?side=left", "upper-trapezius-1")]
    [InlineData("/api/v1/regions/tempel", "temple")]
    public async Task An_unknown_name_is_not_found_and_the_nearest_are_offered(string address, string offered)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(offered, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_answered_is_listed_in_full()
    {
        var causes = (await site.GetJsonAsync("/api/v1/causes"))["causes"]!.AsArray();
        var symptoms = (await site.GetJsonAsync("/api/v1/symptoms"))["symptoms"]!.AsArray();
        var questions = (await site.GetJsonAsync("/api/v1/questions"))["questions"]!.AsArray();

        Assert.Equal(Atlas.Causes.Select(cause => (cause.Id.ToString(), cause.Name)), causes.Select(cause => ((string)cause!["id"]!, (string)cause["name"]!)));
        Assert.Equal(Atlas.Symptoms.Select(symptom => (symptom.Id.ToString(), symptom.Question)), symptoms.Select(symptom => ((string)symptom!["id"]!, (string)symptom["question"]!)));
        Assert.Equal(
            Atlas.Questions.Select(question => (question.Id.ToString(), question.Text, question.Detail)),
            questions.Select(question => ((string)question!["id"]!, (string)question["text"]!, (string?)question["detail"])));
        Assert.Contains("test", questions.Select(question => (string)question!["kind"]!));
    }

    [Theory]
    [InlineData("/api/v1/points")]
    [InlineData("/api/v1/points/upper-trapezius-1")]
    [InlineData("/api/v1/points/upper-trapezius-1/zone?side=left")]
    [InlineData("/api/v1/regions/temple")]
    [InlineData("/api/v1/causes")]
    [InlineData("/api/v1/symptoms")]
    [InlineData("/api/v1/questions")]
    public async Task A_browser_that_has_it_hears_that_it_has_not_changed(string address)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add((await site.Visitor.GetAsync(address)).Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await site.Visitor.SendAsync(again)).StatusCode);
    }
}

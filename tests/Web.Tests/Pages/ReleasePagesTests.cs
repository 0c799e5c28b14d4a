using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unknot.Atlas;

namespace Unknot.Web.Tests.Pages;

[Collection(Site.Name)]
public sealed partial class ReleasePagesTests(SiteUnderTest site)
{
    private static readonly AtlasData Atlas = AtlasData.Load();

    [Fact]
    public async Task The_release_page_leads_to_every_programme()
    {
        var page = await site.Visitor.GetStringAsync("/release");

        Assert.All(Atlas.Programmes, programme => Assert.Contains($"href=\"/release/{programme.Id}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_programme_has_a_sheet_with_its_points_warnings_stop_rules_and_sources()
    {
        foreach (var programme in Atlas.Programmes)
        {
            var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync($"/release/{programme.Id}"));
            foreach (var (muscle, point) in programme.Points.Select(point => Atlas.Point(point.Point)))
            {
                Assert.Contains(point.Find.Landmarks, page, StringComparison.Ordinal);
                Assert.All(muscle.Avoid, text => Assert.Contains(text, page, StringComparison.Ordinal));
                Assert.All(muscle.Contraindications, id => Assert.Contains(Atlas.Safety.Contraindications.Single(item => item.Id == id).Text, page, StringComparison.Ordinal));
            }

            Assert.All(programme.Suits, text => Assert.Contains(text, page, StringComparison.Ordinal));
            Assert.All(Atlas.Safety.StopRules, rule => Assert.Contains(rule, page, StringComparison.Ordinal));
            Assert.All(programme.Evidence.Sources, source => Assert.Contains($"/evidence#source-{source}", page, StringComparison.Ordinal));
            Assert.All(Atlas.Safety.RedFlags.Where(flag => flag.Regions.IsEmpty), flag => Assert.Contains(flag.Question, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_programme_gives_the_session_both_sides_of_each_point_with_its_technique()
    {
        var programme = Atlas.Programmes.Single(programme => programme.Id.ToString() == "quadriceps-ball");
        var page = await site.Visitor.GetStringAsync("/release/quadriceps-ball");

        var plan = JsonNode.Parse(WebUtility.HtmlDecode(Plan().Match(page).Groups["plan"].Value))!;
        Assert.Equal(
            programme.Points.SelectMany(point => new[] { $"{point.Point} left {point.Technique}", $"{point.Point} right {point.Technique}" }),
            plan["points"]!.AsArray().Select(point => $"{point!["point"]} {point["side"]} {point["technique"]}"));
    }

    [Fact]
    public async Task An_unknown_programme_is_not_found_and_the_nearest_are_offered()
    {
        var response = await site.Visitor.GetAsync("/release/calves");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/release/calves-heel", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posted_points_come_back_as_a_sheet_in_their_order()
    {
        var response = await PostAsync("temporalis-1:right", "upper-trapezius-1:left", "upper-trapezius-1:right");
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, page.Split("class=\"sheet-entry\"").Length - 1);
        Assert.True(page.IndexOf(">Temporalis<", StringComparison.Ordinal) < page.IndexOf(">Upper trapezius<", StringComparison.Ordinal));
        Assert.Contains("left, then right", page, StringComparison.Ordinal);
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no point 'upper-trapezius-9'. Nearest: upper-trapezius-", "upper-trapezius-9:left")]
    [InlineData("'middle' is not a side of 'temporalis-1'", "temporalis-1:middle")]
    [InlineData("'' is not a side of 'temporalis-1'", "temporalis-1")]
    [InlineData("'temporalis-1:left' is given twice", "temporalis-1:left", "temporalis-1:left")]
    [InlineData("should be pressed by a therapist only", "scalenus-anterior-1:left")]
    [InlineData("A sheet has 1 to 8 points; 0 were given.")]
    public async Task Points_that_make_no_sheet_are_refused_with_the_reason(string reason, params string[] points)
    {
        var response = await PostAsync(points);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_points_than_a_session_has_are_refused()
    {
        var response = await PostAsync([.. Atlas.Muscles.Where(muscle => muscle.Treatment.By == TreatedBy.Self).Take(9).Select(muscle => $"{muscle.Points[0].Id}:left")]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_api_lists_the_programmes_with_what_they_rest_on()
    {
        var programmes = (await site.GetJsonAsync("/api/v1/programmes"))["programmes"]!.AsArray();

        Assert.Equal(Atlas.Programmes.Select(programme => programme.Id.ToString()), programmes.Select(programme => (string?)programme!["id"]));
        Assert.All(programmes, programme => Assert.NotEmpty(programme!["notFor"]!.AsArray()));
        Assert.Equal(6, (int?)programmes[0]!["minutes"]);
    }

    private Task<HttpResponseMessage> PostAsync(params string[] points) =>
        site.Visitor.PostAsync("/release", new FormUrlEncodedContent(points.Select(point => KeyValuePair.Create("point", point))));

    [GeneratedRegex("data-plan=\"(?<plan>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plan();
}

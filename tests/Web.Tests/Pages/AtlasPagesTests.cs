using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Unknot.Atlas;

namespace Unknot.Web.Tests.Pages;

[Collection(Site.Name)]
public sealed partial class AtlasPagesTests(SiteUnderTest site)
{
    private static readonly AtlasData Atlas = AtlasData.Load();

    [Fact]
    public async Task The_list_leads_to_every_muscle()
    {
        var page = await site.Visitor.GetStringAsync("/muscles");

        Assert.Equal(Atlas.Muscles.Select(muscle => $"/muscles/{muscle.Id}").Order(), Addresses(page, "/muscles/").Order());
    }

    [Fact]
    public async Task Every_muscle_has_a_page_with_points_release_warnings_grade_and_valid_structured_data()
    {
        foreach (var muscle in Atlas.Muscles)
        {
            var raw = await site.Visitor.GetStringAsync($"/muscles/{muscle.Id}");
            var page = WebUtility.HtmlDecode(raw);
            Assert.All(muscle.Points, point => Assert.Contains(point.Find.Landmarks, page, StringComparison.Ordinal));
            Assert.All(muscle.Releases, release => Assert.Contains($"/techniques/{release.Technique}\"", page, StringComparison.Ordinal));
            Assert.All(muscle.Avoid, text => Assert.Contains(text, page, StringComparison.Ordinal));
            Assert.All(muscle.Evidence.Sources, source => Assert.Contains($"/evidence#source-{source}", page, StringComparison.Ordinal));
            Assert.Contains("<svg", page, StringComparison.Ordinal);
            Assert.NotEmpty(Addresses(page, "/pain/"));
            Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost/muscles/{muscle.Id}\">", page, StringComparison.Ordinal);
            var data = JsonNode.Parse(StructuredData().Match(raw).Groups["data"].Value)!;
            Assert.Equal(muscle.Name, data["about"]!["name"]!.GetValue<string>());
            if (muscle.Treatment.Who is { } who)
            {
                Assert.Contains(who, page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Every_region_has_a_page_that_leads_to_its_muscles_and_back()
    {
        foreach (var region in Atlas.Regions)
        {
            var raw = await site.Visitor.GetStringAsync($"/pain/{region.Id}");
            Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost/pain/{region.Id}\">", raw, StringComparison.Ordinal);
            Assert.NotNull(JsonNode.Parse(StructuredData().Match(raw).Groups["data"].Value));
            foreach (var muscle in Addresses(raw, "/muscles/").Take(1))
            {
                Assert.Contains($"href=\"/pain/{region.Id}\"", await site.Visitor.GetStringAsync(muscle), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_list_of_places_leads_to_every_region() =>
        Assert.Equal(Atlas.Regions.Select(region => $"/pain/{region.Id}").Order(), Addresses(await site.Visitor.GetStringAsync("/pain"), "/pain/").Order());

    [Theory]
    [InlineData("q=trapez", "upper-trapezius")]
    [InlineData("q=Musculus+soleus", "soleus")]
    [InlineData("q=hamstrings", "semitendinosus")]
    [InlineData("region=temple", "temporalis")]
    [InlineData("symptom=dizziness", "sternocleidomastoid-clavicular")]
    [InlineData("cause=clenching", "temporalis")]
    [InlineData("region=temple&cause=clenching", "temporalis")]
    public async Task A_filter_leaves_what_answers_to_it(string query, string expected)
    {
        var left = Addresses(await site.Visitor.GetStringAsync($"/muscles?{query}"), "/muscles/");

        Assert.Contains($"/muscles/{expected}", left);
        Assert.True(left.Count < Atlas.Muscles.Length);
    }

    [Theory]
    [InlineData("temple", "upper-trapezius")]
    [InlineData("lower-abdomen", "rectus-abdominis-mcburney")] // described on the right only
    [InlineData("tailbone", "coccygeus")]
    public async Task A_region_and_the_filter_by_it_name_the_same_muscles_in_the_same_order(string region, string among)
    {
        var filtered = Addresses(await site.Visitor.GetStringAsync($"/muscles?region={region}"), "/muscles/");

        Assert.Contains($"/muscles/{among}", filtered);
        Assert.Equal(filtered, Addresses(await site.Visitor.GetStringAsync($"/pain/{region}"), "/muscles/"));
    }

    [Theory]
    [InlineData("/muscles?region=atlantis", "There is no place “atlantis”")]
    [InlineData("/muscles?symptom=boredom", "There is no symptom “boredom”")]
    [InlineData("/muscles?cause=%3Cscript%3E", "There is no cause “<script>”")]
    public async Task A_filter_that_is_not_known_says_so(string address, string message)
    {
        var answer = await site.Visitor.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_name_that_leads_nowhere_offers_what_is_near()
    {
        var page = await site.Visitor.GetStringAsync("/muscles?q=tempraloris");

        Assert.Contains("Perhaps you mean", page, StringComparison.Ordinal);
        Assert.Contains("/muscles/temporalis", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/muscles/temporal", "/muscles/temporalis")]
    [InlineData("/muscles/%22%3E%3Cscript%3E", "/muscles/")]
    [InlineData("/pain/temples", "/pain/temple")]
    public async Task A_page_that_is_not_there_answers_404_and_offers_what_is_near(string address, string near)
    {
        var answer = await site.Visitor.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"href=\"{near}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("><script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_was_retired_leads_to_its_successor_for_good()
    {
        var answer = await site.Visitor.GetAsync("/muscles/suboccipitals");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/muscles/rectus-capitis-posterior-major", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_site_map_lists_pages_that_exist_and_robots_lead_to_it()
    {
        var map = XDocument.Parse(await site.Visitor.GetStringAsync("/sitemap.xml"));
        var addresses = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value).ToList();

        Assert.Contains("http://localhost/muscles/soleus", addresses);
        Assert.Contains("http://localhost/pain/temple", addresses);
        Assert.Equal(2 * (14 + Atlas.Muscles.Length + Atlas.Regions.Length + Atlas.Techniques.Length + Atlas.Programmes.Length), addresses.Count); // in each language
        foreach (var address in addresses.Where((_, i) => i < 28 || i % 25 == 0))
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(new Uri(address).AbsolutePath)).StatusCode);
        }

        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await site.Visitor.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_can_be_downloaded_with_version_and_licence()
    {
        foreach (var address in AtlasExport.Tables.Select(table => $"/data/{table.Name}.csv").Append("/data/atlas.json"))
        {
            var answer = await site.Visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
            Assert.Equal(Atlas.Version, answer.Headers.GetValues("X-Atlas-Version").Single());
            Assert.Contains("creativecommons.org/licenses/by/4.0", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);

            var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await site.Visitor.SendAsync(again)).StatusCode);
        }

        var unknown = await site.Visitor.GetAsync("/data/secrets.csv");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("There are these tables: muscles", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(Atlas.Version, WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/data")), StringComparison.Ordinal);
    }

    /// <summary>Links to pages below a path, each once, in order.</summary>
    private static List<string> Addresses(string page, string below) =>
        [.. Links().Matches(page).Select(match => match.Groups["address"].Value).Where(address => address.StartsWith(below, StringComparison.Ordinal)).Distinct()];

    [GeneratedRegex("href=\"(?<address>/[a-z0-9/-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex StructuredData();
}

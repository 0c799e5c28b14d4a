using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Language;

[Collection(Site.Name)]
public sealed partial class LanguageOfAddressTests(SiteUnderTest site)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/", "/muscles", "/muscles/upper-trapezius", "/pain", "/pain/temple", "/techniques", "/techniques/roll-quadriceps-ball", "/chart", "/chart?muscle=soleus",
        "/evidence", "/data", "/release",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_answers_in_Spanish_below_es(string address)
    {
        var page = await site.Visitor.GetStringAsync(address == "/" ? "/es" : $"/es{address}");

        Assert.Contains("<meta name=\"texts\" content=\"/language/es.json?v=", page, StringComparison.Ordinal);
        Assert.Contains("Ir al contenido", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Without_a_prefix_a_page_is_English_whatever_the_browser_prefers(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd("es-ES,es;q=0.9");

        using var response = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<html lang=\"en\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_and_forms_of_a_Spanish_page_stay_Spanish(string address)
    {
        var page = await site.Visitor.GetStringAsync($"/es{address}");

        var ways = Way().Matches(page).Where(way => !way.Value.Contains("hreflang", StringComparison.Ordinal)).Select(way => WebUtility.HtmlDecode(way.Groups["to"].Value)).ToList();
        Assert.True(ways.Count > 10, $"Only {ways.Count} links were found.");
        Assert.All(ways, way => Assert.True(
            way.StartsWith("/es/", StringComparison.Ordinal) || way.StartsWith("/data/", StringComparison.Ordinal) || way == "/articles/feed.xml" || way.EndsWith("lang=es", StringComparison.Ordinal),
            $"{way} leaves the language."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Files_of_a_Spanish_page_are_those_of_the_English_one(string address)
    {
        var page = await site.Visitor.GetStringAsync($"/es{address}");

        Assert.DoesNotMatch(@"(?:src|href)=""/es/(?:css|islands|assets|icon)", page);
    }

    [Theory]
    [InlineData("/muscles/soleus?from=chart", "http://localhost/muscles/soleus", "http://localhost/es/muscles/soleus")]
    [InlineData("/", "http://localhost/", "http://localhost/es/")]
    public async Task A_page_names_itself_and_its_other_language(string address, string english, string spanish)
    {
        foreach (var (asked, own) in new[] { (address, english), ($"/es{address}", spanish) })
        {
            var page = await site.Visitor.GetStringAsync(asked);

            Assert.Contains($"<link rel=\"canonical\" href=\"{own}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"en\" href=\"{english}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"es\" href=\"{spanish}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"x-default\" href=\"{english}\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_way_to_the_other_language_leads_to_the_same_page_with_its_choices()
    {
        var english = await site.Visitor.GetStringAsync("/muscles?cause=stress");
        var spanish = await site.Visitor.GetStringAsync("/es/muscles?cause=stress");

        Assert.Contains("<a lang=\"es\" hreflang=\"es\" href=\"/es/muscles?cause=stress\">Español</a>", english, StringComparison.Ordinal);
        Assert.Contains("<a lang=\"en\" hreflang=\"en\" href=\"/muscles?cause=stress\">English</a>", spanish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/fr/muscles")]
    [InlineData("/en")]
    [InlineData("/en/muscles")]
    [InlineData("/ES/muscles")]
    [InlineData("/es/es/muscles")]
    [InlineData("/es/nowhere")]
    [InlineData("/es/css/base.css")]
    [InlineData("/es/data/atlas.json")]
    [InlineData("/es/api/v1/muscles")]
    public async Task What_is_in_no_language_is_not_found(string address)
    {
        using var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/es//elsewhere.example")]
    [InlineData("/es//elsewhere.example/muscles")]
    [InlineData("/es/%5Celsewhere.example")]
    [InlineData("/es/%2F/elsewhere.example")]
    public async Task No_address_leads_to_another_site(string address)
    {
        using var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotMatch("href=\"/?/[/\\\\]", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_Spanish_page_that_is_not_there_says_so_in_Spanish()
    {
        var page = await (await site.Visitor.GetAsync("/es/nowhere")).Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/es/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_muscle_with_an_old_id_is_found_in_its_language()
    {
        using var response = await site.Visitor.GetAsync("/es/muscles/masseter");

        Assert.Equal("/es/muscles/masseter-superficial", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_API_answers_in_the_language_of_its_address()
    {
        Assert.Equal("Temple", await NameOfTempleAsync("/api/v1/regions"));
        Assert.Equal("Sien", await NameOfTempleAsync("/api/v1/regions?lang=es"));
        Assert.Equal("Sien", await NameOfTempleAsync("/api/regions?lang=es"));
    }

    [Fact]
    public async Task The_API_refuses_a_language_that_is_not_there_and_names_those_that_are()
    {
        using var response = await site.Visitor.GetAsync("/api/v1/regions?lang=fr");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("en, es", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_of_one_language_does_not_stand_for_another()
    {
        using var english = await site.Visitor.GetAsync("/api/v1/regions");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/regions?lang=es");
        request.Headers.IfNoneMatch.Add(english.Headers.ETag!);

        using var spanish = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, spanish.StatusCode);
    }

    [Fact]
    public async Task The_catalogue_for_the_islands_is_kept_for_good_at_its_own_address()
    {
        var page = await site.Visitor.GetStringAsync("/es/techniques");
        var address = WebUtility.HtmlDecode(Catalogue().Match(page).Groups["address"].Value);

        using var response = await site.Visitor.GetAsync(address);

        Assert.Equal("Ir al contenido", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Skip to the content"]);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task The_site_map_lists_every_page_in_each_language()
    {
        var map = await site.Visitor.GetStringAsync("/sitemap.xml");

        Assert.Contains("<loc>http://localhost/pain/temple</loc>", map, StringComparison.Ordinal);
        Assert.Contains("<loc>http://localhost/es/pain/temple</loc>", map, StringComparison.Ordinal);
    }

    private async Task<string?> NameOfTempleAsync(string address) =>
        (string?)(await site.GetJsonAsync(address))["regions"]!.AsArray().Single(region => (string)region!["id"]! == "temple")!["name"];

    [GeneratedRegex("<(?:a|form)\\b[^>]*?(?:href|action)=\"(?<to>/[^\"]*)\"[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Way();

    [GeneratedRegex("name=\"texts\" content=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Catalogue();
}

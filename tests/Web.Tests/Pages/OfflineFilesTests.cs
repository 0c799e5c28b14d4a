using System.Buffers.Binary;
using System.Net;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Pages;

/// <summary>What makes the site installable, and what it keeps for a time without connection.</summary>
[Collection(Site.Name)]
public sealed class OfflineFilesTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_manifest_has_its_type_and_its_icons_are_what_it_says()
    {
        var response = await site.Visitor.GetAsync("/manifest.webmanifest");
        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType?.MediaType);
        var manifest = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("standalone", (string?)manifest["display"]);
        Assert.Equal("/", (string?)manifest["scope"]);
        Assert.Contains("maskable", manifest["icons"]!.AsArray().Select(icon => (string?)icon!["purpose"]));

        foreach (var icon in manifest["icons"]!.AsArray().Where(icon => (string?)icon!["type"] == "image/png"))
        {
            var picture = await site.Visitor.GetByteArrayAsync((string)icon!["src"]!);
            var size = $"{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))}";
            Assert.Equal((string?)icon["sizes"], size);
        }
    }

    [Fact]
    public async Task The_worker_is_a_script_that_is_asked_for_each_time()
    {
        var response = await site.Visitor.GetAsync("/sw.js");

        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoCache);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sw.js")]
    public async Task The_policy_allows_a_worker_and_a_manifest_of_our_own(string address)
    {
        var policy = Assert.Single((await site.Visitor.GetAsync(address)).Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("manifest-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("worker-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_on_the_list_is_there_and_each_page_names_the_release()
    {
        var files = await ListAsync();
        var release = (string)files["release"]!;

        foreach (var file in (string[])["shell", "later", "onUse"])
        {
            foreach (var pair in files[file]!.AsArray())
            {
                Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync((string)pair![0]!)).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync((string)pair[1]!)).StatusCode);
            }
        }

        foreach (var page in Texts(files, "pages").Concat(Texts(files, "texts").Where((_, place) => place % 20 == 0)))
        {
            var response = await site.Visitor.GetAsync(page + "?text");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(release, Assert.Single(response.Headers.GetValues("Unknot-Release")));
        }

        foreach (var answer in Texts(files, "answers").Concat(Texts(files, "laterAnswers")).Append((string)files["bundle"]!))
        {
            var response = await site.Visitor.GetAsync(answer);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_shell_holds_what_the_finder_and_the_session_load_and_not_the_solid_figure()
    {
        var files = await ListAsync();
        var shell = files["shell"]!.AsArray().Select(pair => (string)pair![0]!).ToList();

        Assert.Contains("/islands/finder.js", shell);
        Assert.Contains("/islands/release.js", shell);
        Assert.Contains("/css/base.css", shell);
        Assert.Contains("/assets/figure/front.svg", shell);
        Assert.Contains(shell, path => path.StartsWith("/islands/offline-ranking-", StringComparison.Ordinal));
        Assert.DoesNotContain(shell, path => path.Contains("view3d", StringComparison.Ordinal) || path.EndsWith(".glb", StringComparison.Ordinal) || path.EndsWith("worker.js", StringComparison.Ordinal));
        Assert.Contains("/release", Texts(files, "pages"));
    }

    [Theory]
    [InlineData("/muscles/upper-trapezius", "Press")]
    [InlineData("/pain/temple", "Upper trapezius")]
    public async Task A_page_as_text_has_its_words_and_no_drawing(string address, string word)
    {
        var (whole, text) = (await site.Visitor.GetStringAsync(address), await site.Visitor.GetStringAsync(address + "?text"));

        Assert.Contains("<defs>", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("<defs>", text, StringComparison.Ordinal);
        Assert.Contains(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Muscles_in_one_answer_are_the_same_as_one_by_one()
    {
        var bundle = await site.GetJsonAsync("/api/v1/muscles/bundle");

        Assert.Equal(170, bundle["muscles"]!.AsArray().Count);
        var (muscle, figure) = (await site.GetJsonAsync("/api/v1/muscles/soleus"), await site.GetJsonAsync("/api/v1/muscles/soleus/figure"));
        Assert.True(JsonNode.DeepEquals(muscle, bundle["muscles"]!.AsArray().Single(each => (string?)each!["id"] == "soleus")));
        Assert.True(JsonNode.DeepEquals(figure, bundle["figures"]!.AsArray().Single(each => (string?)each!["muscle"] == "soleus")));
    }

    private static IEnumerable<string> Texts(JsonNode files, string name) => files[name]!.AsArray().Select(each => (string)each!);

    private async Task<JsonNode> ListAsync()
    {
        const string Before = "self.offlineFiles = ";
        var script = await site.Visitor.GetStringAsync("/sw.js");
        Assert.StartsWith(Before, script, StringComparison.Ordinal);
        return JsonNode.Parse(script[Before.Length..script.IndexOf(";\n", StringComparison.Ordinal)])!;
    }
}

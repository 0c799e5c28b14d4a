using System.Net;

namespace Unknot.Web.Tests.Pages;

[Collection(Site.Name)]
public sealed class OtherPagesTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_evidence_page_lists_every_source_it_links_to()
    {
        var page = await site.Visitor.GetStringAsync("/evidence");

        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"#(?<id>source-[a-z0-9-]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains($"id=\"{link.Groups["id"].Value}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_release_page_says_when_to_stop_without_script()
    {
        var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/release"));

        Assert.Contains("Pressing a point, in general", page, StringComparison.Ordinal);
        Assert.Contains("above 6 of 10", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_progress_page_is_a_diary_to_print()
    {
        var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/progress"));

        Assert.Contains("nothing of it may reach the server", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"visually-hidden\">Day 14</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_progress_page_judges_by_the_numbers_whose_sources_it_names()
    {
        var page = await site.Visitor.GetStringAsync("/progress");

        Assert.Contains("data-pain-points=\"2\" data-pain-percent=\"30\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/evidence#changes\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"changes\"", await site.Visitor.GetStringAsync("/evidence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/evidence")]
    [InlineData("/progress")]
    [InlineData("/release")]
    [InlineData("/techniques")]
    [InlineData("/techniques/roll-quadriceps-ball")]
    [InlineData("/nowhere")]
    public async Task Every_page_says_that_it_does_not_diagnose(string address)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Contains("not a medical device and does not diagnose", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/problem/500")]
    [InlineData("/Finder/Index")]
    public async Task An_unknown_page_is_not_found_and_leads_back(string address)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("href=\"/\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

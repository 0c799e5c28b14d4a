namespace Unknot.Web.Tests.Hosting;

[Collection(Site.Name)]
public sealed class HeadersTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/evidence")]
    [InlineData("/release")]
    [InlineData("/nowhere")]
    [InlineData("/api/v1/regions")]
    [InlineData("/api/nothing")]
    [InlineData("/assets/figure/front.svg")]
    public async Task Every_answer_forbids_foreign_content_and_sets_no_cookie(string address)
    {
        var response = await site.Visitor.GetAsync(address);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/evidence")]
    [InlineData("/release")]
    [InlineData("/muscles")]
    [InlineData("/muscles/soleus")]
    [InlineData("/pain/temple")]
    [InlineData("/data")]
    [InlineData("/techniques/thumb")]
    public async Task No_page_holds_inline_script_or_style_or_asks_another_host(string address)
    {
        var page = await site.Visitor.GetStringAsync(address);

        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        // Structured data is read by nobody's browser, and the canonical address names this site in full: neither is asked for.
        Assert.DoesNotMatch("<script(?![^>]* src=\"/)(?! type=\"application/ld\\+json\")", page);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page.Replace(" href=\"http://localhost/", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ranking_is_never_stored_on_the_way()
    {
        var response = await site.TraceAsync("""{"regions":[{"region":"temple","side":"right"}]}""");

        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Web.Tests.Articles;

public sealed partial class ArticlePagesTests(ArticleSite site) : IClassFixture<ArticleSite>
{
    public static TheoryData<string> Shipped { get; } =
    [
        "desk-day-neck-and-shoulders", "finding-and-pressing-a-trigger-point", "headaches-that-begin-in-the-neck-and-back", "new-habits-for-a-new-year",
        "rolling-quadriceps-and-hamstrings-with-a-ball", "using-an-fsa-for-massage", "what-trigger-point-therapy-is",
    ];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Nothing_is_wrong_in_the_articles_that_come_with_it(string slug) => await site.DoAsync(async services =>
    {
        var article = services.GetRequiredService<PracticeDb>().Articles.Single(each => each.Slug == slug);
        var read = await services.GetRequiredService<Unknot.Web.Hosting.ArticleShelf>().TakeAsync(services.GetRequiredService<PracticeDb>(), article, "en", default);

        Assert.Empty(read.Written.Problems);
        Assert.NotEmpty(read.Written.Sources);
        Assert.NotEmpty(read.Written.Muscles);
    });

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task An_article_is_shown_in_both_languages(string slug)
    {
        foreach (var address in new[] { $"/articles/{slug}", $"/es/articles/{slug}" })
        {
            using var response = await site.Reader.GetAsync(address);
            var page = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Empty(Html.WhatActs(page));
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.Single(Html.Elements(page), element => element.Name == "h1");
            var ids = Html.Elements(page).Where(element => element.Attributes.ContainsKey("id")).Select(element => element.Attributes["id"]).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            var links = Html.Elements(page).Where(element => element.Name == "a").Select(element => element.Attributes.GetValueOrDefault("href", ""));
            Assert.Empty(links.Where(link => link is ['#', ..]).Select(link => link[1..]).Except(ids, StringComparer.Ordinal));
            Assert.DoesNotContain("[[", page, StringComparison.Ordinal);
            Assert.DoesNotContain("[@", page, StringComparison.Ordinal);
            Assert.All(Html.Elements(page).Where(element => element.Attributes.ContainsKey("data-muscle")), element => Assert.Contains("/muscles/", element.Attributes["href"], StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Links_of_a_text_stay_in_the_language()
    {
        var page = await site.Reader.GetStringAsync("/es/articles/what-trigger-point-therapy-is");

        Assert.Contains("href=\"/es/muscles/upper-trapezius\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/muscles/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_what_readers_see()
    {
        var page = await site.Reader.GetStringAsync("/articles/what-trigger-point-therapy-is");

        var data = JsonNode.Parse(LdJson().Match(page).Groups["data"].Value)!;
        Assert.Equal("Article", (string?)data["@type"]);
        Assert.Equal("What trigger point therapy is", (string?)data["headline"]);
        Assert.Equal("2026-02-16T12:00:00Z", (string?)data["datePublished"]);
        Assert.Equal("2026-02-16T12:00:00Z", (string?)data["dateModified"]);
        Assert.Equal("MedicalWebPage", (string?)data["about"]!["@type"]);
        Assert.Equal(0, (int?)data["interactionStatistic"]!["userInteractionCount"]);
        Assert.Contains("0 views", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/articles/what-trigger-point-therapy-is\">", page, StringComparison.Ordinal);
        Assert.Contains("property=\"og:image\" content=\"http://localhost/articles/what-trigger-point-therapy-is/card.png", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Muscle_and_region_pages_list_their_articles()
    {
        Assert.Contains("href=\"/articles/what-trigger-point-therapy-is\"", await site.Reader.GetStringAsync("/muscles/infraspinatus"), StringComparison.Ordinal);
        Assert.Contains("href=\"/articles/finding-and-pressing-a-trigger-point\"", await site.Reader.GetStringAsync("/pain/temple"), StringComparison.Ordinal);
        Assert.DoesNotContain("articles-about", await site.Reader.GetStringAsync("/muscles/abductor-hallucis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_public_is_not_there_and_what_was_is_gone()
    {
        var draft = await site.WriteAsync("A draft", isPublished: false);
        var later = await site.WriteAsync("Later", publishAtUtc: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2));
        var gone = await site.WriteAsync("Gone");
        await site.DoAsync(async services => Assert.IsType<ArticleOutcome.Done>(await services.GetRequiredService<ArticleDesk>().UnpublishAsync(gone.Id, 1, null, default)));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/articles/{draft.Slug}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/articles/{later.Slug}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/articles/{later.Slug}/card.png"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/articles/no-such-article"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"/articles/{gone.Slug}"));
        var feed = await site.Reader.GetStringAsync("/articles/feed.xml");
        var map = await site.Reader.GetStringAsync("/sitemap.xml");
        Assert.All(new[] { draft, later, gone }, article =>
        {
            Assert.DoesNotContain($"/articles/{article.Slug}\"", feed, StringComparison.Ordinal);
            Assert.DoesNotContain($"/articles/{article.Slug}<", map, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one()
    {
        var article = await site.WriteAsync("Moves once");
        await site.DoAsync(async services => Assert.IsType<ArticleOutcome.Done>(await services.GetRequiredService<ArticleDesk>().SaveAsync(
            article.Id, 1, ArticleDesk.DraftOf(article) with { Slug = "moved-for-good" }, null, default)));

        using var response = await site.Reader.GetAsync("/es/articles/moves-once");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/es/articles/moved-for-good"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/articles?q=LETTER+medical", "using-an-fsa-for-massage")]
    [InlineData("/articles?tag=legs", "rolling-quadriceps-and-hamstrings-with-a-ball")]
    [InlineData("/es/articles?tag=paying", "using-an-fsa-for-massage")]
    public async Task A_list_shows_what_was_asked_for(string address, string slug)
    {
        var found = EntryLink().Matches(await site.Reader.GetStringAsync(address)).Select(match => match.Groups["slug"].Value).Distinct(StringComparer.Ordinal);

        Assert.Equal([slug], found);
    }

    [Theory]
    [InlineData("/articles?page=0")]
    [InlineData("/articles?page=-1")]
    [InlineData("/articles?page=999")]
    [InlineData("/articles?page=x")]
    [InlineData("/articles?page=99999999999999")]
    public async Task A_page_that_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    [Theory]
    [InlineData("/articles?q=%00%01")]
    [InlineData("/articles?q=%25%5F%27%22--")]
    [InlineData("/articles?tag=%27%20OR%201%3D1")]
    [InlineData("/articles/%27%20OR%201=1")]
    public async Task No_address_makes_a_mistake_of_ours(string address) => Assert.True(await StatusAsync(address) < HttpStatusCode.InternalServerError);

    [Fact]
    public async Task Pages_of_ten_lead_to_each_other()
    {
        for (var i = 0; i < 12; i++)
        {
            await site.WriteAsync($"Many {i}", change: draft => draft with { Tags = ["many"] });
        }

        var first = await site.Reader.GetStringAsync("/articles?tag=many");
        var second = await site.Reader.GetStringAsync("/articles?tag=many&page=2");

        Assert.Equal(10, EntryLink().Matches(first).Select(match => match.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, EntryLink().Matches(second).Select(match => match.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("<link rel=\"next\" href=\"/articles?tag=many&amp;page=2\">", first, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"prev\" href=\"/articles?tag=many\">", second, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"http://localhost/articles?tag=many&amp;page=2\">", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_for_other_sites_is_drawn()
    {
        var picture = await site.PictureAsync();
        var hostile = await site.WriteAsync("@/etc/hostname %d \\n <b>100%</b> " + new string('W', 60), change: draft => draft with { Slug = "hostile-card" });
        var covered = await site.WriteAsync("With a cover", change: draft => draft with { CoverId = picture.Id, CoverAlt = "A calf." });

        foreach (var slug in new[] { hostile.Slug, covered.Slug, "desk-day-neck-and-shoulders" })
        {
            using var response = await site.Reader.GetAsync($"/articles/{slug}/card.png");
            var png = await response.Content.ReadAsByteArrayAsync();

            Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal((1200, 630), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        }
    }

    [Fact]
    public async Task A_picture_is_kept_for_good_and_nothing_else_is_under_its_address()
    {
        var picture = await site.PictureAsync();

        using var response = await site.Reader.GetAsync(picture.AddressAt(2));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/webp", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        using var again = new HttpRequestMessage(HttpMethod.Get, picture.AddressAt(2));
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var known = await site.Reader.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(picture.AddressAt(3)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/pictures/{Guid.NewGuid()}/2"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/pictures/../x/2"));
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await site.Reader.GetAsync(address);
        return response.StatusCode;
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex LdJson();

    [GeneratedRegex("<h2 lang=\"en\"><a href=\"(/es)?/articles/(?<slug>[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntryLink();
}

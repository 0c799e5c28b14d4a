using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;

namespace Unknot.Web.Tests.Articles;

public sealed class FeedTests(ArticleSite site) : IClassFixture<ArticleSite>
{
    [Fact]
    public async Task A_reader_of_feeds_understands_it()
    {
        using var response = await site.Reader.GetAsync("/articles/feed.xml");
        var feed = SyndicationFeed.Load(XmlReader.Create(await response.Content.ReadAsStreamAsync()));

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("tag:localhost,2026:articles", feed.Id);
        Assert.True(feed.Items.Count() >= 7);
        var newest = feed.Items.First();
        Assert.Equal("Using a Flexible Spending Account for massage", newest.Title.Text);
        Assert.Equal(new DateTimeOffset(2026, 10, 19, 12, 0, 0, TimeSpan.Zero), newest.PublishDate);
        Assert.Equal("The Unknot editors", Assert.Single(newest.Authors).Name);
        Assert.StartsWith("tag:localhost,2026:article/", newest.Id, StringComparison.Ordinal);
        var text = ((TextSyndicationContent)newest.Content).Text;
        Assert.Contains("no tax advice", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#", text, StringComparison.Ordinal);
        Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(feed.Items, item => Assert.NotEqual(default, item.LastUpdatedTime));
    }

    [Fact]
    public async Task Who_has_it_is_told_so_until_something_changes()
    {
        using var first = await site.Reader.GetAsync("/articles/feed.xml");
        var tag = first.Headers.ETag!;

        async Task<HttpStatusCode> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/articles/feed.xml");
            request.Headers.IfNoneMatch.Add(tag);
            using var response = await site.Reader.SendAsync(request);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync());
        await site.WriteAsync("Something new", publishAtUtc: new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
    }

    [Fact]
    public async Task The_site_map_tells_when_an_article_changed()
    {
        var map = await site.Reader.GetStringAsync("/sitemap.xml");

        Assert.Contains("<loc>http://localhost/articles/using-an-fsa-for-massage</loc><lastmod>2026-10-19T12:00:00Z</lastmod>", map, StringComparison.Ordinal);
        Assert.Contains("<loc>http://localhost/es/articles/using-an-fsa-for-massage</loc>", map, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await site.Reader.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }
}

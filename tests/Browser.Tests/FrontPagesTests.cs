using Microsoft.Playwright;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The pages of the practice around the finder, and its console, scanned by axe and measured against the screen.</summary>
[Collection(InTheBrowser.Name)]
public sealed class FrontPagesTests(BrowserFixture browser)
{
    private static readonly string[] Public =
        ["/articles", "/articles/necks", "/articles/necks/comments", "/articles?q=nothing-like-that", "/about", "/contact", "/privacy", "/terms", "/accessibility", "/es/articles/necks", "/es/contact"];

    private static readonly string[] Console =
        ["/console/articles", "/console/articles/authors", "/console/comments?show=shown", "/console/pictures", "/console/site", "/console/outbox"];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        await using var site = new SiteOnAPort();
        var article = await StoredArticle.AddAsync(site.Services, "necks", written => written.Body = "## Necks\n\nThe upper trapezius.\n\n[[figure muscles=upper-trapezius view=back caption=\"A back\"]]\n\n[[booking]]\n");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            db.Comments.Add(ShownComment(article));
            await db.SaveChangesAsync();
        }

        await browser.WithPageAsync($"front-axe-{scheme}", async page =>
        {
            foreach (var address in Public)
            {
                await page.GotoAsync(address);
                await ConsolePage.HasNoViolationAsync(page, address);
            }

            await ConsolePage.SetUpAsync(site, page);
            foreach (var address in Console.Append($"/console/articles/{article}").Append($"/console/articles/{article}/revisions"))
            {
                await page.GotoAsync(address);
                await ConsolePage.HasNoViolationAsync(page, address);
            }
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, site: site.Address);
    }

    private static Practice.Comments.Comment ShownComment(ArticleId article) => new()
    {
        Id = Practice.Comments.CommentId.New(TimeProvider.System),
        ArticleId = article,
        Name = "Ada",
        Text = "It *turns*.",
        State = Practice.Comments.CommentState.Shown,
        HeldFor = "",
        WriterMark = "x",
        ByPractice = false,
        WrittenAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
        Reports = 0,
        FormId = Guid.NewGuid(),
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Browser.Tests;

/// <summary>An article from the first word to the answer under a reader's comment, as a newcomer to the console and a reader do it.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ArticleJourneyTests(BrowserFixture browser)
{
    private const string Reader = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_newcomer_writes_schedules_publishes_and_moderates_an_article(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine, migrate: false);
        await using var site = new SiteOnAPort((store.Place as StorePlace.Postgres)?.ConnectionString);
        await browser.WithPageAsync($"article-{engine}", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await WriteAsync(page);
            await ScheduleAndPublishAsync(page);
            await ReadAndCommentAsync(site, engine);
            await ModerateByKeysAsync(page);
            await page.GotoAsync("/articles/why-necks-turn");
            await Assertions.Expect(page.Locator("#comments")).ToContainTextAsync("My neck turns again.");
            await Assertions.Expect(page.Locator("#comments")).ToContainTextAsync("Good to hear.");
            await Assertions.Expect(page.Locator("#comments")).Not.ToContainTextAsync("cheap pills");
        }, site: site.Address, expected: "404");

        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<PracticeDb>().Articles.Where(article => article.Slug == "why-necks-turn").Select(article => article.Views).SingleAsync());
    }

    private static async Task WriteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Articles" }).ClickAsync();
        await page.GetByLabel("Title").First.FillAsync("Why necks turn");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/console/articles/*-*");
        await page.GetByLabel("Summary").FillAsync("About the muscles that turn a neck.");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("## The muscles\n\nThe *upper trapezius* is one of them.\n\n[[muscle upper-trapezius]]\n\n<script>alert(1)</script>\n");
        await Assertions.Expect(page.Locator("[data-preview] h2")).ToHaveTextAsync("The muscles");
        await Assertions.Expect(page.Locator("[data-preview] svg").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("aved");
    }

    private static async Task ScheduleAndPublishAsync(IPage page)
    {
        await page.GetByText("Schedule", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("When, by the clock of the practice").FillAsync("2031-05-06T07:08");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and set the date" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("Scheduled");
        var address = page.Url;
        Assert.Equal(404, (await page.GotoAsync("/articles/why-necks-turn"))!.Status);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and publish now" }).ClickAsync();
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("Public");
    }

    /// <summary>A reader on a phone, who is not signed in: reads, says something, and a second one sells something.</summary>
    private Task ReadAndCommentAsync(SiteOnAPort site, Engine engine) => browser.WithPageAsync($"article-reader-{engine}", async page =>
    {
        await page.GotoAsync("/articles/why-necks-turn");
        Assert.DoesNotContain("<script>alert", await page.ContentAsync(), StringComparison.Ordinal);
        var seen = page.WaitForResponseAsync(response => response.Url.EndsWith("/articles/view", StringComparison.Ordinal));
        await page.Mouse.WheelAsync(0, 600);
        Assert.Equal(204, (await seen).Status);
        await CommentAsync(page, "My neck turns again.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the article" }).ClickAsync();
        await page.WaitForFunctionAsync("() => performance.now() > 3500");
        await CommentAsync(page, "Buy cheap pills at https://pills.example");
        Assert.True(await page.EvaluateAsync<bool>("() => document.cookie === ''"));
    }, new() { UserAgent = Reader, ViewportSize = new() { Width = 390, Height = 844 } }, site: site.Address);

    private static async Task CommentAsync(IPage page, string text)
    {
        await page.GetByLabel("Name").FillAsync("Ada");
        await page.GetByLabel("Comment", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("will appear once somebody");
    }

    private static async Task ModerateByKeysAsync(IPage page)
    {
        await page.GotoAsync("/console/comments");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".comment-entry").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync("Good to hear.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".comment-entry")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.GetByText("Nothing waits.")).ToBeVisibleAsync();
    }
}

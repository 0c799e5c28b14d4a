using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class ReleaseTests(BrowserFixture browser)
{
    private const float HoldTimeoutMilliseconds = 30_000;

    [Fact]
    public Task A_release_is_walked_through_from_the_first_point_to_the_end() =>
        browser.WithPageAsync("release", async page =>
        {
            await StartAsync(page);
            var points = await page.Locator("[data-progress]").InnerTextAsync();
            Assert.NotEmpty(points);

            // One hold in full, by the clock; the others are skipped.
            await page.GetByRole(AriaRole.Radio, new() { Name = "10 s" }).CheckAsync(new() { Force = true });
            await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
            await Phase(page, "holding").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
            await Phase(page, "paused").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await page.Locator("guided-release:not([data-phase='holding']):not([data-phase='paused'])").WaitForAsync(new() { Timeout = HoldTimeoutMilliseconds });

            await SkipToTheEndAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Better" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Back to my marks" }).ClickAsync();
            await page.Locator("pain-finder").WaitForAsync();
        });

    [Fact]
    public Task Space_starts_and_pauses_and_the_arrows_go_on_and_back() =>
        browser.WithPageAsync("release-keys", async page =>
        {
            await StartAsync(page);
            var first = await PointAsync(page);
            await page.Keyboard.PressAsync("Space");
            await Phase(page, "holding").WaitForAsync();
            await page.Keyboard.PressAsync("Space");
            await Phase(page, "paused").WaitForAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Locator($"guided-release:not([data-point='{first}'])").WaitForAsync();
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Locator($"guided-release[data-point='{first}']").WaitForAsync();
        });

    [Fact]
    public Task A_reload_goes_on_where_the_session_was() =>
        browser.WithPageAsync("release-reload", async page =>
        {
            await StartAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
            var second = await PointAsync(page);
            await page.ReloadAsync();

            await page.Locator($"guided-release[data-point='{second}']").WaitForAsync();
        });

    [Fact]
    public Task Without_a_plan_the_release_page_leads_to_the_finder() =>
        browser.WithPageAsync("release-empty", async page =>
        {
            await page.GotoAsync("/release");
            await page.Locator("guided-release[data-screen='empty']").WaitForAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Find the points" }).ClickAsync();

            await page.Locator("pain-finder").WaitForAsync();
        });

    private static async Task StartAsync(IPage page)
    {
        var finder = new FinderPage(page);
        await finder.OpenAsync();
        await finder.ChooseFromListAsync("temple", Side.Right);
        await finder.ChooseFromListAsync("back-of-neck", Side.Right);
        await finder.RankAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
        await page.Locator("guided-release[data-screen='point'][data-phase='ready']").WaitForAsync();
    }

    private static async Task SkipToTheEndAsync(IPage page)
    {
        const int mostPoints = 4;
        for (var point = 0; point <= mostPoints && await page.Locator("guided-release[data-screen='end']").CountAsync() == 0; point++)
        {
            var before = await PointAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
            await page.Locator($"guided-release[data-screen='end'], guided-release:not([data-point='{before}'])").First.WaitForAsync();
        }

        await page.Locator("guided-release[data-screen='end']").WaitForAsync();
    }

    private static Task<string?> PointAsync(IPage page) => page.Locator("guided-release").GetAttributeAsync("data-point");

    private static ILocator Phase(IPage page, string phase) => page.Locator($"guided-release[data-phase='{phase}']");
}

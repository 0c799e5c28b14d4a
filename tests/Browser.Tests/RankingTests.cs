using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class RankingTests(BrowserFixture browser)
{
    [Fact]
    public Task A_sign_of_danger_ends_in_a_stop_card_without_a_ranking() =>
        browser.WithPageAsync("red-flag", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ContinueToSafetyAsync();
            await page.Locator("fieldset[data-flag='sudden-headache']").GetByRole(AriaRole.Radio, new() { Name = "Yes" }).CheckAsync(new() { Force = true });
            await finder.StopCard.WaitForAsync();

            Assert.Equal("emergency", await finder.StopCard.GetAttributeAsync("data-care"));
            Assert.Equal(0, await finder.Results.CountAsync());

            await page.GetByRole(AriaRole.Button, new() { Name = "I answered wrong" }).ClickAsync();
            await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
        });

    [Fact]
    public Task The_chain_is_told_with_the_key_first_and_a_chosen_result_shows_on_the_figure() =>
        browser.WithPageAsync("chain", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ChooseFromListAsync("back-of-neck", Side.Right);
            await finder.RankAsync();
            var result = page.Locator("[data-results] > li[data-point='upper-trapezius-1'][data-side='right']");
            await result.Locator("[data-chain^='lower-trapezius-3:right']").WaitForAsync();
            await result.GetByRole(AriaRole.Button).First.ClickAsync();

            await result.Locator("[aria-pressed='true']").WaitForAsync();
            Assert.True(await page.Locator("body-map").EvaluateAsync<bool>("map => map.overlay !== null && map.overlay.fibres.length > 0 && map.overlay.chain.length > 0 && map.overlay.point.x < 0"));
        });

    [Fact]
    public Task The_ranking_follows_the_drawing_after_the_safety_check_of_the_new_place() =>
        browser.WithPageAsync("live", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.RankAsync();
            await finder.ViewAsync("Front");
            await finder.WholeFigureAsync();
            await finder.PaintAsync("front-of-knee", Side.Left);

            // A new place brings up its own signs of danger before its points are shown.
            await page.Locator("fieldset[data-flag='locked-knee']").WaitForAsync();
            await finder.NothingDangerousAsync();
            await page.Locator("[data-results] > li[data-side='left'][data-muscle='rectus-femoris'], [data-results] > li[data-side='left'][data-muscle='vastus-medialis']").First.WaitForAsync();
        });

    [Fact]
    public Task Without_a_connection_the_page_says_so_starts_nothing_and_tries_again() =>
        browser.WithPageAsync("offline", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ContinueToSafetyAsync();
            await page.RouteAsync("**/api/v1/trace", route => route.AbortAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
            await finder.Trouble.WaitForAsync();
            Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).CountAsync());
            await page.UnrouteAsync("**/api/v1/trace");
            await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

            await finder.Results.First.WaitForAsync();
        }, expected: "ERR_FAILED");
}

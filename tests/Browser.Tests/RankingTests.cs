using Deque.AxeCore.Playwright;
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
            await Assertions.Expect(result.Locator("[data-chain-words]")).ToHaveTextAsync("1 Lower trapezius, right, then 2 Upper trapezius, right, then your pain");
            await Assertions.Expect(page.Locator("[data-chain-path]")).ToContainTextAsync("1 Lower trapezius, right, then 2 Upper trapezius, right, then your pain");
            await Assertions.Expect(page.Locator("[data-legend-chain]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("body-map .markers .stop .number, body-map .markers .point .number")).ToHaveTextAsync(["1", "2"]);
        });

    [Fact]
    public Task Drawing_and_textbook_zone_lie_over_one_another_and_either_can_be_taken_away() =>
        browser.WithPageAsync("layers", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.RankAsync();
            await page.Locator("[data-results] > li[data-point='upper-trapezius-1']").GetByRole(AriaRole.Button).First.ClickAsync();
            await page.Locator("body-map .zone-dots path[d*='M']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.Locator("body-map .paint.pain path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Your pain" }).UncheckAsync();
            await Assertions.Expect(page.Locator("body-map .paint.pain path")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Felt from this point" }).UncheckAsync();
            await Assertions.Expect(page.Locator("body-map .zone-dots path[d*='M']")).ToHaveCountAsync(0);
            Assert.Contains("temple:right", await finder.MarkedRegionsAsync());

            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Your pain" }).CheckAsync();
            await page.Locator("body-map .paint.pain path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        });

    [Fact]
    public Task The_fewest_points_stand_over_the_list_and_are_what_the_session_proposes() =>
        browser.WithPageAsync("fewest", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ChooseFromListAsync("front-of-knee", Side.Left);
            await finder.RankAsync();
            var fewest = page.Locator("[data-fewest-points] > li");
            await fewest.First.WaitForAsync();
            await page.Locator("[data-check][data-key]").WaitForAsync();

            Assert.InRange(await fewest.CountAsync(), 2, 4);
            await Assertions.Expect(page.Locator("[data-fewest-words]")).ToContainTextAsync("together account for");
            var named = await page.Locator("[data-fewest-point]").AllTextContentsAsync();
            foreach (var name in named)
            {
                await Assertions.Expect(page.Locator("[data-plan-words]")).ToContainTextAsync(name);
            }

            await page.Locator("[data-fewest-point]").Last.ClickAsync();
            await page.Locator($"[data-results] > li[data-chosen][data-point='{(await page.Locator("[data-fewest-point]").Last.GetAttributeAsync("data-fewest-point"))!.Split(':')[0]}']").WaitForAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
            await page.Locator("guided-release[data-screen='plan']").WaitForAsync();
        });

    [Fact]
    public Task Pain_that_fits_no_muscle_leads_to_care_and_to_no_session() =>
        browser.WithPageAsync("not-muscular", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("inner-lower-leg", Side.Right);
            await finder.ContinueToSafetyAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "This is probably not a muscle" }).WaitForAsync();

            await Assertions.Expect(page.Locator("[data-results]")).ToBeHiddenAsync();
            await Assertions.Expect(page.Locator("[data-fewest]")).ToBeHiddenAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Start the release" })).ToBeHiddenAsync();
            Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));

            await page.GetByRole(AriaRole.Button, new() { Name = "Show the nearest points all the same" }).ClickAsync();
            await finder.Results.First.WaitForAsync();
            await Assertions.Expect(page.Locator("[data-not-muscular]")).ToBeVisibleAsync();
        });

    [Fact]
    public Task Answers_to_the_signs_of_danger_outlive_a_reload_but_not_the_visit() =>
        browser.WithPageAsync("answers-of-a-visit", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.RankAsync();
            await page.ReloadAsync();
            await finder.Results.First.WaitForAsync();

            var another = await page.Context.NewPageAsync();
            await another.GotoAsync("/");
            await another.Locator("pain-finder[data-ready]").WaitForAsync();
            await Assertions.Expect(another.Locator("[data-marked]")).ToContainTextAsync("temple");
            await another.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
            await another.Locator("fieldset[data-flag='sudden-headache']").WaitForAsync();
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
            await page.RouteAsync("**/api/v1/fallback*", route => route.AbortAsync()); // no lists from before either
            await page.RouteAsync("**/api/v1/trace", route => route.AbortAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
            await finder.Trouble.WaitForAsync();
            Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).CountAsync());
            await page.UnrouteAsync("**/api/v1/trace");
            await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

            await finder.Results.First.WaitForAsync();
        }, expected: "ERR_FAILED");
}

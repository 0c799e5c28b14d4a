using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class ReleaseTests(BrowserFixture browser)
{
    private const string Programme = "hamstrings-ball";

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public Task A_release_is_walked_through_from_the_plan_to_the_diary() =>
        browser.WithPageAsync("release", async page =>
        {
            var release = new ReleasePage(page);
            await page.Clock.InstallAsync();
            await release.PlanOfTwoPlacesAsync();
            await release.ChooseAsync("10 s");
            await release.StartAsync();
            await release.ButtonAsync("Hold now");
            await release.PhaseAsync("holding");
            await page.Clock.RunForAsync(2000);
            await release.ButtonAsync("Pause");
            await release.PhaseAsync("paused");
            await release.ButtonAsync("Go on");
            await page.Clock.RunForAsync(8500);
            await release.PhaseAsync("resting");
            await release.ButtonAsync("Stop");

            await release.ScreenAsync("end");
            foreach (var rating in await page.Locator("[data-rating-list] input").AllAsync())
            {
                await rating.FillAsync("1");
            }

            await release.ButtonAsync("Save");
            await page.Locator("[data-verdict]").WaitForAsync();
            Assert.Contains("Better than before", await page.Locator("[data-verdict]").InnerTextAsync(), StringComparison.Ordinal);
            await page.WaitForFunctionAsync("() => sessionStorage.getItem('unknot-diary') === null");
            var diary = JsonNode.Parse((await release.RememberedAsync("diary"))!)!.AsArray();
            var entry = Assert.Single(diary)!;
            Assert.Equal(1, entry["points"]![0]!["holds"]!.GetValue<int>());
            Assert.Equal(10, entry["points"]![0]!["holdSeconds"]!.GetValue<int>());
            Assert.Equal(["back-of-neck:right", "temple:right"], entry["places"]!.AsArray().Select(place => place!["place"]!.GetValue<string>()).Order());
            Assert.All(entry["places"]!.AsArray(), place => Assert.Equal(1, place!["after"]!.GetValue<int>()));
            Assert.Null(await release.RememberedAsync("outcomes"));
        });

    [Fact]
    public Task What_was_marked_leads_to_a_plan_of_the_points_that_may_cause_it() =>
        browser.WithPageAsync("release-from-marks", async page =>
        {
            var release = new ReleasePage(page);
            await release.PlanFromMarksAsync();
            Assert.InRange(await release.PlanPoints.CountAsync(), 1, 4);
            Assert.Equal("Your session", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        });

    [Fact]
    public Task Away_for_40_seconds_in_a_hold_of_30_the_session_is_where_the_clock_says_and_says_so() =>
        browser.WithPageAsync(
            "release-away",
            async page =>
            {
                var release = new ReleasePage(page);
                await page.Clock.InstallAsync();
                await release.PlanFromProgrammeAsync(Programme);
                await release.ChooseAsync("30 s");
                await release.StartAsync();
                var first = await release.PointAsync();
                await release.ButtonAsync("Hold now");
                await release.PhaseAsync("holding");
                await page.Clock.RunForAsync(5000);
                await HideAsync(page, hidden: true);
                await page.Clock.FastForwardAsync(40_000);
                await HideAsync(page, hidden: false);

                // Held to its end, rested from, and the next point has not begun by itself.
                await release.PhaseAsync("ready");
                Assert.NotEqual(first, await release.PointAsync());
                Assert.Contains("one hold was finished", await release.Away.InnerTextAsync(), StringComparison.Ordinal);
                Assert.Equal("Ready for the next point?", await page.Locator("[data-cue]").InnerTextAsync());
                await page.Clock.RunForAsync(60_000);
                await release.PhaseAsync("ready");
                await page.Locator("[data-phase-words]").ClickAsync();
                await release.PhaseAsync("preparing");
                await release.ButtonAsync("Stop");
                await release.ScreenAsync("end");
                Assert.Equal("One hold was finished.", await page.Locator("[data-done-words]").InnerTextAsync());
            },
            Phone);

    [Fact]
    public Task Back_within_the_hold_it_is_as_far_as_the_clock_says() =>
        browser.WithPageAsync("release-back", async page =>
        {
            var release = new ReleasePage(page);
            await page.Clock.InstallAsync();
            await release.PlanFromProgrammeAsync(Programme);
            await release.ChooseAsync("30 s");
            await release.StartAsync();
            await release.ButtonAsync("Hold now");
            await release.PhaseAsync("holding");
            await HideAsync(page, hidden: true);
            await page.Clock.FastForwardAsync(20_000);
            await HideAsync(page, hidden: false);

            Assert.InRange(await release.SecondsAsync(), 9, 10);
            Assert.False(await release.Away.IsVisibleAsync());
        });

    [Fact]
    public Task A_reload_goes_on_by_the_clock() =>
        browser.WithPageAsync("release-reload", async page =>
        {
            var release = new ReleasePage(page);
            await page.Clock.InstallAsync();
            await release.PlanFromProgrammeAsync(Programme);
            await release.ChooseAsync("30 s");
            await release.StartAsync();
            await release.ButtonAsync("Hold now");
            await release.PhaseAsync("holding");
            var first = await release.PointAsync();
            await page.ReloadAsync();
            await release.PhaseAsync("holding");
            Assert.Equal(first, await release.PointAsync());

            await page.Clock.RunForAsync(32_000);
            await release.PhaseAsync("resting");
        });

    [Fact]
    public Task The_session_is_worked_by_keys_alone() =>
        browser.WithPageAsync("release-keys", async page =>
        {
            var release = new ReleasePage(page);
            await release.PlanFromProgrammeAsync(Programme);
            await page.Locator("[data-do='start']").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await release.PhaseAsync("preparing");
            var first = await release.PointAsync();
            await page.Keyboard.PressAsync("Space");
            await release.PhaseAsync("paused");
            await page.Keyboard.PressAsync("Space");
            await release.PhaseAsync("preparing");
            await page.Keyboard.PressAsync("r");
            await release.PhaseAsync("holding");
            for (var more = 0; more < 7; more++)
            {
                await page.Keyboard.PressAsync("ArrowUp");
            }

            await page.GetByText("Too much. Press less").First.WaitForAsync();
            Assert.Equal("7 of 10", await page.Locator("[data-comfort-value]").InnerTextAsync());
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Locator("[data-too-much]").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Locator($"guided-release:not([data-point='{first}'])").WaitForAsync();
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Locator($"guided-release[data-point='{first}']").WaitForAsync();
            await page.Keyboard.PressAsync("Escape");
            await release.ScreenAsync("plan");
        });

    [Fact]
    public Task A_tap_anywhere_pauses_and_goes_on_but_not_where_something_is_read() =>
        browser.WithPageAsync(
            "release-tap",
            async page =>
            {
                var release = new ReleasePage(page);
                await release.PlanFromProgrammeAsync(Programme);
                await release.StartAsync();
                await page.Locator("[data-ring]").TapAsync();
                await release.PhaseAsync("paused");
                await page.Locator("body-map").TapAsync(new() { Position = new() { X = 60, Y = 100 } });
                await release.PhaseAsync("preparing");
                await page.GetByText("When to stop", new() { Exact = true }).First.TapAsync();
                await page.Locator("[data-stop-rules] li").First.TapAsync();
                await release.PhaseAsync("preparing");
            },
            Phone);

    [Fact]
    public Task Without_the_tool_another_way_is_taken_and_said() =>
        browser.WithPageAsync("release-tools", async page =>
        {
            var release = new ReleasePage(page);
            await release.PlanFromProgrammeAsync(Programme);
            var first = release.PlanPoints.First;
            await first.GetByText("Roll the back of the thigh with a ball", new() { Exact = true }).WaitForAsync();
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ball" }).UncheckAsync(new() { Force = true });
            await first.GetByText("Usually: Roll the back of the thigh with a ball. With what you have: Fingertips.").WaitForAsync();

            // One side only, and a point less, each with one tap; remembered over a reload.
            await first.GetByRole(AriaRole.Radio, new() { Name = "Right" }).CheckAsync(new() { Force = true });
            await page.GetByRole(AriaRole.Button, new() { Name = "Leave out Semimembranosus" }).ClickAsync();
            await page.GetByText("2 points, 3 with both sides, about 3 min").WaitForAsync();
            await page.ReloadAsync();
            await page.GetByText("2 points, 3 with both sides, about 3 min").WaitForAsync();
            Assert.False(await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ball" }).IsCheckedAsync());
        });

    [Fact]
    public Task A_session_that_was_opened_plays_to_its_end_without_a_network() =>
        browser.WithPageAsync(
            "release-offline",
            async page =>
            {
                var release = new ReleasePage(page);
                await page.Clock.InstallAsync();
                await release.PlanFromProgrammeAsync("calves-heel");
                await release.OfflineReadyAsync();
                await page.Context.SetOfflineAsync(true);
                await release.ChooseAsync("10 s");
                await release.StartAsync();
                const int steps = 6;
                for (var step = 0; step < steps; step++)
                {
                    await page.GetByText($"Point {step + 1} of {steps}").WaitForAsync();

                    // Cue and figure of each point are there, whichever way the figure turns to it.
                    await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-steps] li').length > 0");
                    await page.WaitForFunctionAsync("() => document.querySelector('body-map').shadowRoot.querySelector('.motion .hand, .motion .ball') !== null");
                    await release.ButtonAsync("Hold now");
                    await release.PhaseAsync("holding");
                    await page.Clock.RunForAsync(10_200);
                    await release.PhaseAsync("resting");
                    await page.Clock.RunForAsync(10_200);
                }

                await release.ScreenAsync("end");
                Assert.Equal("6 holds were finished, on 6 points.", await page.Locator("[data-done-words]").InnerTextAsync());
                Assert.Equal(3, await page.Locator("[data-stretches] li").CountAsync());
                Assert.Equal("", await page.Locator("[data-trouble]").InnerTextAsync());
            },
            expected: "ERR_INTERNET_DISCONNECTED");

    [Fact]
    public Task Sounds_of_a_hold_are_given_to_the_audio_clock_ahead() =>
        browser.WithPageAsync("release-sounds", async page =>
        {
            await page.AddInitScriptAsync(
                """
                globalThis.tones = [];
                const start = OscillatorNode.prototype.start;
                OscillatorNode.prototype.start = function (at) { globalThis.tones.push(at - this.context.currentTime); start.call(this, at); };
                """);
            var release = new ReleasePage(page);
            await release.PlanFromProgrammeAsync(Programme);
            await release.ChooseAsync("30 s");
            await release.StartAsync();
            await page.WaitForFunctionAsync("() => globalThis.tones.length >= 6");

            // The start of the hold after 15 s, its half, its end, the end of the rest: all known while the preparation runs.
            var ahead = await page.EvaluateAsync<double[]>("() => globalThis.tones.slice(0, 6)");
            Assert.All(new[] { 15.0, 15.17, 30, 45, 45.17, 55 }.Zip(ahead), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 0.1));
        });

    [Fact]
    public Task Without_a_plan_the_release_page_leads_to_the_finder_and_to_programmes() =>
        browser.WithPageAsync("release-empty", async page =>
        {
            await page.GotoAsync("/release");
            await new ReleasePage(page).ScreenAsync("empty");
            Assert.Equal(5, await page.Locator(".programme-card").CountAsync());
            await page.GetByRole(AriaRole.Link, new() { Name = "Find the points" }).ClickAsync();

            await page.Locator("pain-finder").WaitForAsync();
        });

    [Fact]
    public Task Without_script_a_programme_is_a_sheet_to_follow() =>
        browser.WithPageAsync(
            "release-no-script",
            async page =>
            {
                await page.GotoAsync("/release");
                await page.GetByRole(AriaRole.Link, new() { Name = "Low back and buttock" }).ClickAsync();
                Assert.Equal(4, await page.Locator(".sheet-entry").CountAsync());
                Assert.Equal(8, await page.Locator("svg.sheet-picture").CountAsync());
                Assert.True(await page.GetByText("follow the sheet below").IsVisibleAsync());
                Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "None of this: start" }).CountAsync());
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = false });

    [Fact]
    public Task No_screen_of_the_session_is_wider_than_a_small_phone() =>
        browser.WithPageAsync(
            "release-narrow",
            async page =>
            {
                var release = new ReleasePage(page);
                await page.GotoAsync("/release");
                Assert.Equal(320, await WidthAsync(page));
                await release.PlanFromProgrammeAsync(Programme);
                Assert.Equal(320, await WidthAsync(page));
                await release.StartAsync();
                Assert.Equal(320, await WidthAsync(page));
                await page.GotoAsync("/release/quadriceps-ball");
                Assert.Equal(320, await WidthAsync(page));
            },
            new() { ViewportSize = new() { Width = 320, Height = 640 }, ReducedMotion = ReducedMotion.Reduce });

    private static Task<int> WidthAsync(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    /// <summary>As when another app, or the lock screen, comes before the page.</summary>
    private static async Task HideAsync(IPage page, bool hidden)
    {
        await page.EvaluateAsync(
            """
            hidden => {
              Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
              Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """,
            hidden);
    }
}

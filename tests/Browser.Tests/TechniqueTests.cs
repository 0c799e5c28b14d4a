using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class TechniqueTests(BrowserFixture browser)
{
    private const string Quadriceps = "/techniques/roll-quadriceps-ball";

    [Fact]
    public Task A_motion_plays_pauses_and_goes_on_where_it_was() =>
        browser.WithPageAsync("technique-plays", async page =>
        {
            var technique = new TechniquePage(page);
            await technique.OpenAsync(Quadriceps);
            var start = await technique.BallAsync();
            await technique.Play.ClickAsync();
            await technique.InPhaseAsync("roll");
            await page.WaitForFunctionAsync("start => Number(document.querySelector('body-map').shadowRoot.querySelector('.motion .body').getAttribute('cy')) < start - 20", start.Y);
            await technique.Play.ClickAsync();
            await technique.PlayingAsync(false);

            // Standing still is standing still: once the pause is drawn, the same time and place two frames later.
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            var (time, ball) = (await technique.TimeAsync(), await technique.BallAsync());
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Equal(time, await technique.TimeAsync());
            Assert.Equal(ball, await technique.BallAsync());
            await technique.Play.ClickAsync();
            await page.WaitForFunctionAsync("time => Number(document.querySelector('[data-time]').value) > time", time);
        });

    [Fact]
    public Task Space_plays_and_the_arrows_step_from_phase_to_phase() =>
        browser.WithPageAsync("technique-keys", async page =>
        {
            var technique = new TechniquePage(page);
            await technique.OpenAsync("/techniques/roll-hamstrings-ball?muscle=semitendinosus");
            await technique.Play.FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await technique.PlayingAsync(true);
            await page.Keyboard.PressAsync("Space");
            await technique.PlayingAsync(false);

            // However far it got by then, three steps back lead to the start.
            for (var step = 0; step < 3; step++)
            {
                await page.Keyboard.PressAsync("ArrowLeft");
            }

            await technique.InPhaseAsync("place");
            foreach (var phase in new[] { "roll", "turn", "roll", "hold" })
            {
                await page.Keyboard.PressAsync("ArrowRight");
                await technique.InPhaseAsync(phase);
            }

            Assert.Contains("20 s to go", await page.Locator("[data-phase-words]").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("Hold still here", await page.Locator("[data-said]").InnerTextAsync(), StringComparison.Ordinal);
            await page.Keyboard.PressAsync("ArrowLeft");
            await technique.InPhaseAsync("roll");
        });

    [Fact]
    public Task The_other_side_and_another_muscle_roll_elsewhere() =>
        browser.WithPageAsync("technique-choice", async page =>
        {
            var technique = new TechniquePage(page);
            await technique.OpenAsync(Quadriceps);
            var left = await technique.BallAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "Your right" }).CheckAsync(new() { Force = true });
            await page.WaitForFunctionAsync("left => Number(document.querySelector('body-map').shadowRoot.querySelector('.motion .body').getAttribute('cx')) < left - 100", left.X);
            var right = await technique.BallAsync();
            Assert.Equal(left.Y, right.Y, 0.2);
            Assert.Equal(1000, left.X + right.X, 0.2);

            await page.GetByRole(AriaRole.Radio, new() { Name = "Vastus lateralis" }).CheckAsync(new() { Force = true });
            await page.Locator("body-map[view='right']").WaitForAsync();
            Assert.EndsWith("?muscle=vastus-lateralis&side=right", page.Url, StringComparison.Ordinal);
        });

    [Fact]
    public Task Who_wants_less_motion_gets_step_pictures_and_may_still_play() =>
        browser.WithPageAsync(
            "technique-reduced",
            async page =>
            {
                var technique = new TechniquePage(page);
                await technique.OpenAsync("/techniques/roll-hamstrings-ball");
                await technique.Pictures.First.WaitForAsync();
                var titles = await page.Locator("[data-strip] figcaption strong").AllInnerTextsAsync();
                Assert.Contains("Start", titles[0], StringComparison.Ordinal);
                Assert.Contains(titles, title => title.Contains("Hold 20 seconds", StringComparison.Ordinal));
                Assert.Contains("End", titles[^1], StringComparison.Ordinal);
                Assert.False(await page.Locator("[data-motion-stage]").IsVisibleAsync());

                await page.GetByRole(AriaRole.Button, new() { Name = "Show as motion" }).ClickAsync();
                await page.Locator("[data-motion-stage]").WaitForAsync();
                Assert.Equal("false", await technique.Motion.GetAttributeAsync("data-playing"));
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, ReducedMotion = ReducedMotion.Reduce });

    [Fact]
    public Task A_motion_out_of_sight_stands_still_and_goes_on_when_it_is_seen_again() =>
        browser.WithPageAsync("technique-offscreen", async page =>
        {
            var technique = new TechniquePage(page);
            await technique.OpenAsync(Quadriceps);
            await technique.Play.ClickAsync();
            await technique.PlayingAsync(true);
            await page.Locator(".site-footer").ScrollIntoViewIfNeededAsync();
            await technique.PlayingAsync(false);
            await page.Locator("[data-motion-stage]").ScrollIntoViewIfNeededAsync();
            await technique.PlayingAsync(true);
        });

    [Fact]
    public Task Without_script_the_page_has_the_steps_and_a_still_picture_and_its_choices_work() =>
        browser.WithPageAsync(
            "technique-no-script",
            async page =>
            {
                await page.GotoAsync(Quadriceps);
                await page.GetByRole(AriaRole.Radio, new() { Name = "Vastus medialis" }).CheckAsync(new() { Force = true });
                await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
                await page.Locator("technique-motion[muscle='vastus-medialis'] svg.still").WaitForAsync();
                Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).CountAsync());
                Assert.True(await page.GetByRole(AriaRole.Heading, new() { Name = "Step by step" }).IsVisibleAsync());
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = false });

    [Fact]
    public Task No_page_of_a_technique_is_wider_than_a_small_phone() =>
        browser.WithPageAsync(
            "technique-narrow",
            async page =>
            {
                foreach (var address in new[] { "/techniques", Quadriceps, "/techniques/thumb" })
                {
                    await page.GotoAsync(address);
                    Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                }
            },
            new() { ViewportSize = new() { Width = 320, Height = 640 } });
}

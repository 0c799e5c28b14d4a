using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class MarkingTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Side.Right, "Right side")]
    [InlineData(Side.Left, "Left side")]
    [InlineData(Side.Right, "Front")]
    public Task Painting_a_temple_on_the_flat_figure_leads_to_the_upper_trapezius_of_that_side(Side side, string view) =>
        browser.WithPageAsync($"flat-{side}-{view}", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ViewAsync(view);
            await finder.PaintAsync("temple", side);
            await finder.IsMarkedAsync("temple", side);
            await finder.RankAsync();

            Assert.Contains($"upper-trapezius:{side.ToWord()}", await finder.FirstAsync(3));
        });

    [Theory]
    [InlineData(Side.Right)]
    [InlineData(Side.Left)]
    public Task Painting_a_temple_on_the_solid_figure_leads_to_the_upper_trapezius_of_that_side(Side side) =>
        browser.WithPageAsync($"solid-{side}", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ViewAsync("3D");
            await finder.TurnToAsync("temple", side);
            await finder.PaintAsync("temple", side);
            await finder.IsMarkedAsync("temple", side);
            Assert.All(await finder.MarkedRegionsAsync(), region => Assert.EndsWith(side.ToWord(), region, StringComparison.Ordinal));
            await finder.RankAsync();

            Assert.Contains($"upper-trapezius:{side.ToWord()}", await finder.FirstAsync(5));
        });

    [Theory]
    [InlineData("Right hand, palm", "hand-palm-right", "palm", Side.Right)]
    [InlineData("Left foot, sole", "foot-sole-left", "heel", Side.Left)]
    public Task What_is_painted_in_a_close_up_is_marked_on_its_side_of_the_body(string name, string view, string region, Side side) =>
        browser.WithPageAsync($"close-up-{view}", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.CloseUpAsync(name, view);
            await finder.PaintAsync(region, side);
            await finder.IsMarkedAsync(region, side);

            Assert.All(await finder.MarkedRegionsAsync(), marked => Assert.EndsWith(side.ToWord(), marked, StringComparison.Ordinal));
        });

    [Fact]
    public Task Keyboard_and_list_alone_lead_to_the_same_ranking() =>
        browser.WithPageAsync("keyboard", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.TabToAsync("element.type === 'search'");
            await page.Keyboard.TypeAsync("temple");
            await finder.TabToAsync("element.value === 'temple:right'");
            await page.Keyboard.PressAsync("Space");
            await finder.IsMarkedAsync("temple", Side.Right);
            await finder.TabToAsync("element.textContent.trim() === 'Continue'");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
            await finder.TabToAsync("element.textContent.trim() === 'None of these'");
            await page.Keyboard.PressAsync("Enter");
            await finder.Results.First.WaitForAsync();

            Assert.Contains("upper-trapezius:right", await finder.FirstAsync(3));
            Assert.Equal("temple:right", await finder.Marked.GetAttributeAsync("data-marked"));
        });

    [Fact]
    public Task What_was_painted_can_be_undone_redone_erased_and_survives_a_reload() =>
        browser.WithPageAsync("undo", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ViewAsync("Right side");
            await finder.PaintAsync("temple", Side.Right);
            await finder.IsMarkedAsync("temple", Side.Right);
            var painted = await finder.MarkedRegionsAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await page.Locator("[data-marked='']").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
            await finder.IsMarkedAsync("temple", Side.Right);
            await page.ReloadAsync();
            await finder.IsMarkedAsync("temple", Side.Right);
            Assert.Equal(painted, await finder.MarkedRegionsAsync());

            await page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();
            await page.Locator("[data-marked='']").WaitForAsync();
        });

    [Fact]
    public Task A_finger_paints_on_a_phone_and_nothing_is_wider_than_the_screen() =>
        browser.WithPageAsync(
            "phone",
            async page =>
            {
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ViewAsync("Front");
                await finder.TapAsync("front-of-knee", Side.Left);
                await finder.IsMarkedAsync("front-of-knee", Side.Left);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
                await finder.RankAsync();

                Assert.Contains((await finder.FirstAsync(1))[0], new[] { "rectus-femoris:left", "vastus-medialis:left" });
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            },
            new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });

    [Fact]
    public Task Without_a_graphics_card_the_flat_figure_stays() =>
        browser.WithPageAsync("no-webgl", async page =>
        {
            await page.AddInitScriptAsync("""
                const original = HTMLCanvasElement.prototype.getContext;
                HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith("webgl") ? null : original.call(this, kind, ...rest); };
                """);
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = "3D", Exact = true }).ClickAsync(new() { Force = true });
            await page.GetByText("3D is not available on this device.").WaitForAsync();
            await page.Locator("body-map:not([view='3d'])").WaitForAsync();
            await finder.ViewAsync("Right side");
            await finder.PaintAsync("temple", Side.Right);

            await finder.IsMarkedAsync("temple", Side.Right);
        });

    [Fact]
    public Task Without_script_the_list_leads_to_a_ranking_too() =>
        browser.WithPageAsync(
            "no-script",
            async page =>
            {
                await page.GotoAsync("/");
                await page.Locator("details[data-part='Head'] summary, details[data-part='head'] summary").First.ClickAsync();
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Temple, right" }).CheckAsync(new() { Force = true });
                await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();

                Assert.Contains("upper-trapezius:right", await new FinderPage(page).FirstAsync(3));
                Assert.DoesNotContain("temple", page.Url, StringComparison.Ordinal);
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = false });
}

using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>What is marked, place by place: in words, on the right side, with its strength and feeling.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PlacesTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 };

    [Fact]
    public Task A_stroke_is_said_in_words_and_one_click_takes_it_to_the_other_side() =>
        browser.WithPageAsync("places-swap", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ViewAsync("Right side");
            await finder.PaintAsync("temple", Side.Right);
            await Assertions.Expect(finder.Place("temple", Side.Right).Locator(".place-open")).ToContainTextAsync("temple (right)");
            await Assertions.Expect(finder.Marked).ToContainTextAsync("You marked: temple (right)");

            await finder.Place("temple", Side.Right).GetByRole(AriaRole.Button, new() { Name = "Other side: temple (right)" }).ClickAsync();
            await finder.IsMarkedAsync("temple", Side.Left);
            Assert.DoesNotContain(await finder.MarkedRegionsAsync(), region => region.EndsWith(":right", StringComparison.Ordinal));

            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await finder.IsMarkedAsync("temple", Side.Right);
        });

    [Fact]
    public Task On_a_phone_the_place_of_the_last_touch_is_named_under_the_figure_and_can_be_swapped_and_opened_there() =>
        browser.WithPageAsync(
            "places-phone",
            async page =>
            {
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.TapAsync("front-of-knee", Side.Left);
                var strip = page.Locator("[data-newest]");
                await Assertions.Expect(strip.Locator("[data-newest-name]")).ToHaveTextAsync("front of knee (left)");
                await strip.GetByRole(AriaRole.Button, new() { Name = "Other side: front of knee (left)" }).TapAsync();
                await finder.IsMarkedAsync("front-of-knee", Side.Right);
                await Assertions.Expect(strip.Locator("[data-newest-name]")).ToHaveTextAsync("front of knee (right)");

                await strip.Locator("[data-newest-name]").TapAsync();
                await finder.Place("front-of-knee", Side.Right).GetByRole(AriaRole.Checkbox, new() { Name = "stiff" }).TapAsync();
                await Assertions.Expect(finder.Place("front-of-knee", Side.Right).Locator(".place-how")).ToHaveTextAsync("7 of 10, stiff");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
            },
            Phone);

    [Fact]
    public Task Both_sides_copies_what_is_marked_and_undo_takes_it_back() =>
        browser.WithPageAsync("places-both", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await page.GetByRole(AriaRole.Button, new() { Name = "Both sides" }).ClickAsync();
            await finder.IsMarkedAsync("temple", Side.Left);
            Assert.Equal(["temple:left", "temple:right"], (await finder.MarkedRegionsAsync()).Order(StringComparer.Ordinal));

            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await page.Locator("[data-marked='temple:right']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        });

    [Fact]
    public Task By_keyboard_alone_each_place_gets_its_own_strength_and_feeling_and_the_request_carries_them() =>
        browser.WithPageAsync("places-details", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ChooseFromListAsync("back-of-neck", Side.Right);
            await page.GetByRole(AriaRole.Heading, new() { Name = "Where does it hurt?" }).FocusAsync();
            await finder.TabToAsync("element.matches('[data-place=\"temple:right\"] .place-open')");
            await page.Keyboard.PressAsync("Enter");
            await finder.TabToAsync("element.matches('[data-place=\"temple:right\"] input[type=range]')");
            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("ArrowLeft");
            await finder.TabToAsync("element.value === 'burning'");
            await page.Keyboard.PressAsync("Space");
            await finder.TabToAsync("element.type === 'radio' && element.name.startsWith('depth')");
            await page.Keyboard.PressAsync("ArrowLeft");
            await Assertions.Expect(finder.Place("temple", Side.Right).Locator(".place-how")).ToHaveTextAsync("5 of 10, burning, deep inside");

            var body = await finder.RequestOfRankingAsync();
            var regions = body["regions"]!.AsArray().ToDictionary(region => (string)region!["region"]!, region => (double)region!["intensity"]!, StringComparer.Ordinal);
            Assert.Equal(0.5, regions["temple"], 6);
            Assert.Equal(0.7, regions["back-of-neck"], 6);
            var place = Assert.Single(body["places"]!.AsArray())!;
            Assert.Equal("temple right burning", $"{place["region"]} {place["side"]} {place["qualities"]!.AsArray().Single()}");

            await page.ReloadAsync();
            await page.Locator("pain-finder[data-ready]").WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Change the marks" }).First.ClickAsync();
            await Assertions.Expect(finder.Place("temple", Side.Right).Locator(".place-how")).ToHaveTextAsync("5 of 10, burning, deep inside");
        });

    [Fact]
    public Task What_does_not_hurt_is_painted_in_its_own_way_sent_as_free_of_pain_and_undone() =>
        browser.WithPageAsync("places-free", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.PaintAsync("front-of-thigh", Side.Right);
            await finder.IsMarkedAsync("front-of-thigh", Side.Right);
            await finder.PaintAsync("front-of-thigh", Side.Left, "No pain");
            await Assertions.Expect(finder.Place("front-of-thigh", Side.Left).Locator(".place-how")).ToHaveTextAsync("does not hurt");
            await Assertions.Expect(page.Locator(".legend-free")).ToBeVisibleAsync();
            Assert.DoesNotContain("front-of-thigh:left", await finder.MarkedRegionsAsync());

            var painFree = (await finder.RequestOfRankingAsync())["painFree"]!.AsArray();
            Assert.Contains("front-of-thigh left", painFree.Select(region => $"{region!["region"]} {region["side"]}"));

            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Assertions.Expect(finder.Place("front-of-thigh", Side.Left)).ToHaveCountAsync(0);
        });

    [Fact]
    public Task A_tick_in_the_list_can_say_that_a_place_does_not_hurt_inside_the_body_too() =>
        browser.WithPageAsync("places-tick-free", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await page.GetByRole(AriaRole.Radio, new() { Name = "Tick what does not hurt" }).CheckAsync(new() { Force = true });
            await finder.SearchAsync("my throat");
            await page.Locator("input[name='mark'][value='throat:midline']").CheckAsync(new() { Force = true });
            await Assertions.Expect(page.Locator("[data-marked]")).ToHaveAttributeAsync("data-free", "throat:midline");

            var painFree = Assert.Single((await finder.RequestOfRankingAsync())["painFree"]!.AsArray())!;
            Assert.Equal("throat", (string)painFree["region"]!);
        });

    [Theory]
    [InlineData("kneecap", "front-of-knee")]
    [InlineData("my toothache", "upper-back-teeth")]
    [InlineData("left sole", "arch")]
    public Task The_list_is_found_by_plain_words_and_other_names_and_says_when_there_is_none(string words, string region) =>
        browser.WithPageAsync($"places-search-{region}", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.SearchAsync(words);
            await Assertions.Expect(page.Locator($"[data-region='{region}']")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-region='back-of-head']")).ToBeHiddenAsync();

            await finder.SearchAsync("xyzzy");
            await Assertions.Expect(page.GetByText("No place has that name.")).ToBeVisibleAsync();
        });

    [Fact]
    public Task The_last_drawing_is_offered_after_some_hours_and_can_be_continued_or_left() =>
        browser.WithPageAsync("places-last", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await page.ReloadAsync();
            await finder.IsMarkedAsync("temple", Side.Right);
            await finder.AgeDrawingAsync(hours: 5);

            await finder.OpenAsync();
            await Assertions.Expect(page.Locator("[data-last]")).ToContainTextAsync("You marked: temple (right).");
            Assert.Empty(await finder.MarkedRegionsAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue this drawing" }).ClickAsync();
            await finder.IsMarkedAsync("temple", Side.Right);
            await Assertions.Expect(page.Locator("[data-last]")).ToBeHiddenAsync();

            await finder.AgeDrawingAsync(hours: 5);
            await finder.OpenAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Start anew" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-last]")).ToBeHiddenAsync();
            await finder.OpenAsync();
            await Assertions.Expect(page.Locator("[data-last]")).ToBeHiddenAsync();
            Assert.Empty(await finder.MarkedRegionsAsync());
        });

    [Theory]
    [InlineData("Front")]
    [InlineData("3D")]
    public Task Two_fingers_never_paint_however_late_the_second_comes(string view) =>
        browser.WithPageAsync(
            $"places-pinch-{view}",
            async page =>
            {
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ViewAsync(view);
                await finder.PinchAsync("front-of-thigh", Side.Left, firstStroke: true);
                await finder.WholeFigureAsync();
                await finder.PinchAsync("front-of-thigh", Side.Left, firstStroke: false);
                Assert.Equal(0, await page.Locator("body-map").EvaluateAsync<int>("map => map.marks.size"));
                await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeDisabledAsync();

                await finder.WholeFigureAsync();
                await finder.TapAsync("front-of-thigh", Side.Left);
                await finder.IsMarkedAsync("front-of-thigh", Side.Left);
            },
            Phone);

    [Fact]
    public Task Without_script_each_place_has_its_strength_and_feeling_on_the_way() =>
        browser.WithPageAsync(
            "places-no-script",
            async page =>
            {
                await page.GotoAsync("/");
                await page.Locator("details[data-part='head'] summary, details[data-part='Head'] summary").First.ClickAsync();
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Temple, right" }).CheckAsync(new() { Force = true });
                await page.GetByRole(AriaRole.Checkbox, new() { Name = "Temple, left" }).CheckAsync(new() { Force = true });
                await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
                await page.GetByText("Say how strong each place is, and how it feels").ClickAsync();
                var left = page.GetByRole(AriaRole.Group, new() { Name = "Temple, left" });
                await left.GetByLabel("Strength").SelectOptionAsync("Does not hurt");
                await page.GetByRole(AriaRole.Group, new() { Name = "Temple, right" }).GetByLabel("It feels").SelectOptionAsync("tingling");
                await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();

                await Assertions.Expect(page.GetByText("You marked: Temple, right.")).ToBeVisibleAsync();
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, JavaScriptEnabled = false });
}

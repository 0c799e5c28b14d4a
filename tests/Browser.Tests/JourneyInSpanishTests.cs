using Microsoft.Playwright;
using Unknot.Atlas;
using Unknot.Web.Language;

namespace Unknot.Browser.Tests;

/// <summary>The whole journey in Spanish, by touch, on a phone.</summary>
[Collection(InTheBrowser.Name)]
public sealed class JourneyInSpanishTests(BrowserFixture browser)
{
    private static readonly AtlasData Atlas = AtlasData.Load().In("es");
    private static readonly IReadOnlyDictionary<string, string> Spanish = Texts.Load().Catalogue("es");

    [Fact]
    public Task From_the_first_mark_to_the_diary_no_English_is_left_and_nothing_runs_out_of_the_screen() =>
        browser.WithPageAsync(
            "journey-spanish",
            async page =>
            {
                await page.GotoAsync("/es/");
                await page.Locator("pain-finder[data-ready]").WaitForAsync();
                await IsSpanishAsync(page, "marking");
                foreach (var region in new[] { "temple", "back-of-neck" })
                {
                    await page.GetByRole(AriaRole.Searchbox).FillAsync(Atlas.Region(RegionId.Parse(region, null)).Name);
                    await page.Locator($"label:has(input[name='mark'][value='{region}:right'])").TapAsync();
                    await new FinderPage(page).IsMarkedAsync(region, Side.Right);
                }

                await page.Locator("[data-place='temple:right'] .place-open").TapAsync();
                await IsSpanishAsync(page, "marked");
                await TapAsync(page, "Continue");
                await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
                await IsSpanishAsync(page, "safety");
                await TapAsync(page, "None of these");
                await page.Locator("[data-check][data-key]").WaitForAsync();
                await RankedAsync(page);
                await ReleasedAsync(page);
                await RatedAsync(page);
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, ReducedMotion = ReducedMotion.Reduce, Locale = "es-ES" });

    [Fact]
    public Task English_is_seen_where_it_is() =>
        browser.WithPageAsync("journey-english", async page =>
        {
            await new FinderPage(page).OpenAsync();
            var left = await EnglishLeft.InAsync(page);

            Assert.Contains("Search: knee, temple, low back …", left);
            Assert.Contains("Continue", left);
            Assert.True(EnglishLeft.IsEnglish("3 holds were finished, on 2 points."));
            Assert.False(EnglishLeft.IsEnglish("Sienes, a la derecha"));
        });

    private static async Task RankedAsync(IPage page)
    {
        await page.Locator("[data-results] > li:first-child [data-why] summary").TapAsync();
        await IsSpanishAsync(page, "ranking");
        for (var questions = 0; questions < 40 && await page.Locator("[data-check]").GetAttributeAsync("data-kind") != "press"; questions++)
        {
            await AnswerAsync(page, "unknown");
        }

        await page.Locator("[data-check] [data-exactly]").TapAsync();
        await page.Locator("[data-check] [data-exactly-words]:not(:empty)").WaitForAsync();
        await IsSpanishAsync(page, "press test");
        await AnswerAsync(page, "my-pain");
        await IsSpanishAsync(page, "ranking after an answer");
    }

    private static async Task AnswerAsync(IPage page, string answer)
    {
        var key = await page.Locator("[data-check]").GetAttributeAsync("data-key");
        await page.Locator($"[data-answer='{answer}']").TapAsync();
        await page.Locator($"[data-check]:not([data-key='{key}']), [data-check]:has([data-check-stop]:not([hidden]))").WaitForAsync();
    }

    private static async Task ReleasedAsync(IPage page)
    {
        var release = new ReleasePage(page);
        await page.Locator("[data-plan] [data-do='start']").TapAsync();
        await release.ScreenAsync("plan");
        await release.OfflineReadyAsync();
        await page.Locator(".plan-sound summary").TapAsync();
        await page.Locator("label:has(input[name='hold'][value='10'])").TapAsync();
        await IsSpanishAsync(page, "plan");
        await page.Locator("[data-do='start']:visible").TapAsync();
        await release.PhaseAsync("preparing");
        await page.Locator("[data-steps] li").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        foreach (var summary in await page.Locator(".session-details summary").AllAsync())
        {
            await summary.TapAsync();
        }

        await IsSpanishAsync(page, "point");
        await page.Locator("[data-do='main']").TapAsync();
        await release.PhaseAsync("holding");
        await IsSpanishAsync(page, "hold");
        await release.PhaseAsync("resting");
        await IsSpanishAsync(page, "rest");
        await page.Locator("[data-do='stop']").TapAsync();
        await release.ScreenAsync("end");
    }

    private static async Task RatedAsync(IPage page)
    {
        await IsSpanishAsync(page, "end");
        foreach (var place in await page.Locator("[data-ratings] input").AllAsync())
        {
            await place.FillAsync("2");
        }

        await page.Locator("[data-do='save-ratings']").TapAsync();
        await page.Locator("[data-verdict]:not([hidden])").WaitForAsync();
        await IsSpanishAsync(page, "verdict");
        await page.GetByRole(AriaRole.Link, new() { Name = Spanish["See your progress"] }).TapAsync();
        await page.Locator("progress-diary[data-ready]").WaitForAsync();
        Assert.Equal("/es/progress", new Uri(page.Url).AbsolutePath);
        await IsSpanishAsync(page, "progress");
    }

    private static Task TapAsync(IPage page, string english) =>
        page.GetByRole(AriaRole.Button, new() { Name = Spanish[english], Exact = true }).First.TapAsync();

    private static async Task IsSpanishAsync(IPage page, string step)
    {
        var left = await EnglishLeft.InAsync(page);
        Assert.True(left.IsEmpty, $"{step}: {string.Join(" | ", left)}");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= 390, $"{step}: {width} pixels wide");
        var title = await page.TitleAsync();
        Assert.False(EnglishLeft.IsEnglish(title), title);
    }
}

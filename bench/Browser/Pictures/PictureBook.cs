using System.Collections.Immutable;
using Microsoft.Playwright;
using static Unknot.Bench.Browser.Pictures.FigureWall;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>What the documentation shows.</summary>
internal static class PictureBook
{
    internal static readonly ImmutableArray<Picture> All =
    [
        new("finder", 1280, 860, ShowRankingAsync),
        new("views-body", 1500, 720, page => HangAsync(page, 4, View("front"), View("back"), View("left"), View("right"))),
        new("views-close", 1500, 1500, page => HangAsync(
            page,
            5,
            View("head-front"),
            View("head-back"),
            View("head-left"),
            View("head-right"),
            View("pelvis-back"),
            View("hand-palm-right"),
            View("hand-palm-left"),
            View("hand-back-right"),
            View("hand-back-left"),
            View("foot-top-right"),
            View("foot-top-left"),
            View("foot-sole-right"),
            View("foot-sole-left"))),
        new("builds", 1200, 1400, page => HangAsync(
            page,
            3,
            View("front", "neutral", "In between"),
            View("front", "broad-shoulders", "Broader shoulders"),
            View("front", "broad-hips", "Broader hips"),
            View("3d", "neutral", turns: 2),
            View("3d", "broad-shoulders", turns: 2),
            View("3d", "broad-hips", turns: 2))),
        new("muscles", 1500, 620, page => HangAsync(
            page,
            3,
            View("3d", muscle: "upper-trapezius", caption: "Upper trapezius"),
            View("3d", muscle: "infraspinatus", caption: "Infraspinatus"),
            View("3d", muscle: "vastus-medialis", caption: "Vastus medialis"))),
        new("layers", 1200, 760, page => ShowLayersAsync(page, "superficial")),
        new("chart", 1280, 1100, page => page.GotoAsync("/chart")),
        new("release-phone", 390, 844, ShowReleaseAsync),
        new("technique", 1280, 1000, ShowTechniqueAsync),
    ];

    private static async Task ShowRankingAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        foreach (var (words, value) in new[] { ("temple", "temple:right"), ("back of neck", "back-of-neck:right") })
        {
            await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
            await page.Locator($"input[value='{value}']").CheckAsync(new() { Force = true });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
        await page.Locator("[data-results] > li").First.WaitForAsync();
        await page.Locator("body-map").EvaluateAsync("async () => { for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame); }");
    }

    private static async Task ShowReleaseAsync(IPage page)
    {
        await ShowRankingAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
        await page.Locator("guided-release[data-offline]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hold now" }).ClickAsync();
        await page.Locator("guided-release[data-phase='holding']").WaitForAsync();
        await page.Locator("body-map").EvaluateAsync("async () => { for (let i = 0; i < 30; i++) await new Promise(requestAnimationFrame); }");
    }

    private static async Task ShowLayersAsync(IPage page, string layer)
    {
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        await page.Locator("body-map").EvaluateAsync(
            """
            async (map, layer) => {
              map.view = "back";
              map.layer = layer;
              for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame);
              await new Promise((done) => setTimeout(done, 1500));
            }
            """,
            layer);
    }

    private static async Task ShowTechniqueAsync(IPage page)
    {
        await page.GotoAsync("/techniques/roll-quadriceps-ball");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync("async () => { for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame); }");
    }
}

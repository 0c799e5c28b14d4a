using System.Collections.Immutable;
using Microsoft.Playwright;
using static Unknot.Bench.Browser.Pictures.FigureWall;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>What the documentation shows.</summary>
internal static class PictureBook
{
    internal static readonly ImmutableArray<Picture> All =
    [
        new("finder", 1280, 860, Journey.ToRankingAsync),
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
        new("release-phone", 390, 844, Journey.ToHoldAsync),
        new("technique", 1280, 1000, ShowTechniqueAsync),
        .. Journey.Pictures,
    ];

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

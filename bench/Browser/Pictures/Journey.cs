using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>The way of somebody with pain, step by step, as a phone and a desktop show it. Each picture walks there from the beginning.</summary>
internal static class Journey
{
    private static readonly ImmutableArray<(string Name, Func<IPage, Task> Go)> Steps =
    [
        ("mark", MarkAsync),
        ("safety", AskAsync),
        ("ranking", RankAsync),
        ("press", PressAsync),
        ("plan", PlanAsync),
        ("point", HoldAsync),
        ("after", RateAsync),
        ("progress", LookBackAsync),
    ];

    private static readonly ImmutableArray<(int Width, int Height)> Screens = [(390, 844), (1280, 860)];

    internal static IEnumerable<Picture> Pictures =>
        from screen in Screens
        from step in Enumerable.Range(0, Steps.Length)
        select new Picture($"journey-{step + 1}-{Steps[step].Name}-{screen.Width}", screen.Width, screen.Height, page => WalkAsync(page, step));

    /// <summary>As far as a ranking for a temple and the back of the neck.</summary>
    internal static Task ToRankingAsync(IPage page) => WalkAsync(page, last: 2, isWhyOpen: false);

    /// <summary>As far as the first hold.</summary>
    internal static Task ToHoldAsync(IPage page) => WalkAsync(page, last: 5);

    private static async Task WalkAsync(IPage page, int last, bool isWhyOpen = true)
    {
        foreach (var (_, go) in Steps.Take(last + 1))
        {
            await go(page);
        }

        if (last == 2 && isWhyOpen)
        {
            var card = page.Locator("[data-results] > li").First;
            await card.Locator("[data-why] summary").ClickAsync();
            await ToTopAsync(IsPhone(page) ? card.Locator("[data-why]") : card);
        }

        await SettleAsync(page);
    }

    private static async Task MarkAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        foreach (var (words, value) in new[] { ("back of neck", "back-of-neck:right"), ("temple", "temple:right") })
        {
            await page.GetByRole(AriaRole.Searchbox).FillAsync(words);
            await page.Locator($"input[name='mark'][value='{value}']").CheckAsync(new() { Force = true });
        }

        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await page.GetByRole(AriaRole.Searchbox).BlurAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
    }

    private static async Task AskAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
        await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
    }

    private static async Task RankAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
        await page.Locator("[data-results] > li").First.WaitForAsync();
        await page.Locator("[data-check][data-key]").WaitForAsync();
    }

    /// <summary>Leaves questions open until a press is asked for.</summary>
    private static async Task PressAsync(IPage page)
    {
        var check = page.Locator("[data-check]");
        while (await check.GetAttributeAsync("data-kind") != "press")
        {
            var key = await check.GetAttributeAsync("data-key");
            await page.Locator("[data-answer='unknown']").ClickAsync();
            await page.Locator($"[data-check]:not([data-key='{key}'])").WaitForAsync();
        }

        await page.Locator("[data-check-way] li").First.WaitForAsync();
        await ToTopAsync(check);
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Enough, start" }).ClickAsync();
        await page.Locator("guided-release[data-screen='plan'][data-offline]").WaitForAsync();
    }

    private static async Task HoldAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await page.Locator("[data-steps] li").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.GetByRole(AriaRole.Button, new() { Name = "Hold now" }).ClickAsync();
        await page.Locator("guided-release[data-phase='holding']").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
    }

    private static async Task RateAsync(IPage page)
    {
        await page.Locator("guided-release[data-phase='resting']").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).ClickAsync();
        await page.Locator("guided-release[data-screen='end']").WaitForAsync();
        var places = page.Locator("[data-ratings] input");
        await places.Nth(0).FillAsync("3");
        await places.Nth(1).FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.Locator("[data-verdict]:not([hidden])").WaitForAsync();
        await page.EvaluateAsync("scrollTo(0, 0)");
    }

    /// <summary>With some weeks before today's sitting, which are made up.</summary>
    private static async Task LookBackAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            () => new Promise((resolve, reject) => {
              const opening = indexedDB.open("unknot");
              opening.onerror = reject;
              opening.onsuccess = () => {
                const change = opening.result.transaction("remembered", "readwrite");
                const table = change.objectStore("remembered");
                const reading = table.get("diary");
                reading.onsuccess = () => {
                  const today = reading.result.at(-1);
                  const before = [[16, 9, 6, 9, 8], [13, 9, 6, 8, 7], [9, 8, 6, 9, 6], [6, 8, 5, 8, 6], [3, 7, 5, 7, 5]];
                  table.put([...before.map(([days, ...ratings]) => ({
                    ...today,
                    at: today.at - days * 86400000,
                    places: today.places.map((place, index) => ({ ...place, before: ratings[2 * index], after: ratings[2 * index + 1] })),
                  })), today], "diary");
                };
                change.oncomplete = () => { opening.result.close(); resolve(); };
                change.onabort = reject;
              };
            })
            """);
        await page.GetByRole(AriaRole.Link, new() { Name = "See your progress" }).ClickAsync();
        await page.Locator("progress-diary[data-ready]").WaitForAsync();
        if (IsPhone(page))
        {
            await ToTopAsync(page.Locator("figure[data-place]").First);
        }
    }

    private static bool IsPhone(IPage page) => page.ViewportSize!.Width < 600;

    /// <summary>Right under the figure, where that stays on top.</summary>
    private static async Task ToTopAsync(ILocator part)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            await part.EvaluateAsync(
                """
                async (part) => {
                  const stage = document.querySelector("pain-finder .stage")?.getBoundingClientRect();
                  const covered = stage && stage.width > innerWidth * 0.8 && stage.top < 1 ? stage.bottom : 0;
                  scrollTo(0, part.getBoundingClientRect().top + scrollY - covered - 12);
                  for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
                }
                """);
        }
    }

    private static Task<JsonElement?> SettleAsync(IPage page) =>
        page.EvaluateAsync("async () => { for (let i = 0; i < 40; i++) await new Promise(requestAnimationFrame); }");
}

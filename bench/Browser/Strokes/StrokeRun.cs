using System.Text.Json;
using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Strokes;

/// <summary>Draws strokes on the figure beside a ranking, as a hand does, and reads from the browser's clock when each new ranking was painted.</summary>
internal static class StrokeRun
{
    /// <summary>A single place that stays marked, so that undoing a stroke does not leave the ranking.</summary>
    private const string Base = "back-of-neck:right";

    private const string Watch =
        """
        () => {
          const list = document.querySelector("ol[data-results]");
          const taken = { done: [] };
          let released;
          addEventListener("pointerup", (event) => { if (event.target.localName === "body-map") released = event.timeStamp; }, { capture: true });
          new MutationObserver(() => {
            if (list.getAttribute("aria-busy") !== "false" || released === undefined) return;
            const from = released;
            released = undefined;
            // The first frame paints what was written; the second begins once it was.
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const painted = performance.now();
              const asked = performance.getEntriesByType("resource").filter((each) => each.name.endsWith("/api/v1/trace")).at(-1);
              taken.done.push({
                total: painted - from,
                before: asked.startTime - from,
                server: asked.responseStart - asked.requestStart,
                transfer: asked.responseEnd - asked.startTime - (asked.responseStart - asked.requestStart),
                after: painted - asked.responseEnd,
                bytes: asked.transferSize,
              });
            }));
          }).observe(list, { attributes: true, attributeFilter: ["aria-busy"] });
          window.strokesTaken = taken;
        }
        """;

    private static readonly JsonSerializerOptions FromScript = new(JsonSerializerDefaults.Web);

    /// <param name="view">As in the page's view switch: Front, Back, …</param>
    internal static async Task<IReadOnlyList<StrokeTime>> MeasureAsync(Studio studio, string view, int strokes, Random chance)
    {
        var page = await studio.PageAsync(1280, 900, keeps: true);
        await OpenRankingAsync(page);
        await page.GetByRole(AriaRole.Radio, new() { Name = view, Exact = true }).CheckAsync(new() { Force = true });
        var map = page.Locator("body-map");
        await map.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync(Watch);
        for (var stroke = 0; stroke <= strokes; stroke++)
        {
            var places = await PlacesAsync(map);
            await DrawAsync(page, places[chance.Next(places.Count)], chance);
            await page.WaitForFunctionAsync("count => window.strokesTaken.done.length >= count", stroke + 1);
            await page.Locator("[data-do=undo]").ClickAsync();
            await IdleAsync(page);
        }

        var times = (await page.EvaluateAsync<JsonElement>("window.strokesTaken.done")).Deserialize<List<StrokeTime>>(FromScript)!;
        await page.Context.CloseAsync();
        return times[1..]; // everything is compiled and warm after the first
    }

    private static async Task OpenRankingAsync(IPage page)
    {
        await page.GotoAsync("/");

        // As it is for somebody who has been here before: the worker is there, and at rest.
        await page.EvaluateAsync(
            "async () => { while ((await caches.match('/offline/complete')) === undefined) await new Promise((next) => setTimeout(next, 200)); }");
        // Strokes go all over the body; the questions of each place are taken as answered, so that every stroke has a ranking.
        await page.EvaluateAsync(
            """
            () => sessionStorage.setItem("unknot-visit-safety", JSON.stringify({
              at: Date.now(), no: [...document.querySelectorAll("template[data-flag]")].map((flag) => flag.dataset.flag) }))
            """);
        await page.ReloadAsync();
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        await page.Locator($"input[name=mark][value='{Base}']").EvaluateAsync("box => box.click()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
        await page.Locator("pain-finder[data-step=results]").WaitForAsync();
        await page.Locator("ol[data-results] > li").First.WaitForAsync();
        await IdleAsync(page);
    }

    /// <summary>Nothing is asked, and nothing has been painted for some frames.</summary>
    private static async Task IdleAsync(IPage page) => await page.EvaluateAsync(
        """
        async () => {
          const list = document.querySelector("ol[data-results]");
          for (let calm = 0; calm < 12; calm = list.getAttribute("aria-busy") === "false" ? calm + 1 : 0) {
            await new Promise((next) => requestAnimationFrame(next));
          }
        }
        """);

    /// <summary>Where the figure's cells are on the screen, once it stands still.</summary>
    private static async Task<IReadOnlyList<(float X, float Y)>> PlacesAsync(ILocator map)
    {
        var places = await map.EvaluateAsync<JsonElement>(
            """
            async (map) => {
              map.focusOn(null);
              const read = () => Array.from({ length: 2022 }, (_, cell) => map.screenPointOf(cell))
                .filter((place) => place && place.y > 80 && place.y < innerHeight - 40);
              for (let before = "", now = "-"; before !== now;) {
                before = now;
                for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
                now = JSON.stringify(read());
              }
              return read();
            }
            """);
        return [.. places.EnumerateArray().Select(place => (place.GetProperty("x").GetSingle(), place.GetProperty("y").GetSingle()))];
    }

    /// <summary>A stroke of a few centimetres in any direction.</summary>
    private static async Task DrawAsync(IPage page, (float X, float Y) from, Random chance)
    {
        var (direction, length) = (chance.NextDouble() * Math.Tau, 15 + (chance.NextDouble() * 45));
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + (float)(Math.Cos(direction) * length), from.Y + (float)(Math.Sin(direction) * length), new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }
}

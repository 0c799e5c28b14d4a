using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Browser.Tests;

/// <summary>The finder as a person uses it: verbs on the page, selectors only in here.</summary>
internal sealed class FinderPage(IPage page)
{
    private static readonly AtlasData Atlas = AtlasData.Load();
    private static readonly BodyAtlas Figure = BodyAtlas.Lay(Atlas, Surface.Load());

    internal ILocator Marked => page.Locator("[data-marked]");

    internal ILocator Results => page.Locator("[data-results] > li");

    internal ILocator StopCard => page.Locator("[data-stop]");

    internal ILocator Trouble => page.Locator("[data-trouble]");

    internal async Task OpenAsync()
    {
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
    }

    /// <param name="name">Front, Back, Left side, Right side or 3D.</param>
    internal async Task ViewAsync(string name)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true }).CheckAsync(new() { Force = true });
        await page.Locator($"body-map[view='{(name == "3D" ? "3d" : name.Split(' ')[0].ToLowerInvariant())}']").WaitForAsync();
    }

    /// <param name="name">As the menu of close-ups calls it: "Right hand, palm".</param>
    /// <param name="view">As the figure calls it.</param>
    internal async Task CloseUpAsync(string name, string view)
    {
        await page.Locator(".close-ups summary").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true }).ClickAsync(new() { Force = true });
        await page.Locator($"body-map[view='{view}']").WaitForAsync();
        await page.Locator(".close-ups:not([open])").WaitForAsync();
    }

    /// <summary>Out of a close-up, so that all of the present view can be painted.</summary>
    internal Task WholeFigureAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Show the whole figure" }).ClickAsync();

    /// <summary>Draws with the pressed mouse over those cells of a region that the present view shows.</summary>
    /// <param name="tool">Paint or No pain.</param>
    internal async Task PaintAsync(string region, Side side, string tool = "Paint")
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = tool, Exact = true }).CheckAsync(new() { Force = true });
        var points = await VisibleAsync(region, side, least: 1);
        Assert.NotEmpty(points);
        await page.Mouse.MoveAsync(points[0].X, points[0].Y);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in points)
        {
            await page.Mouse.MoveAsync(x, y, new() { Steps = 3 });
        }

        await page.Mouse.UpAsync();
    }

    /// <summary>Touches the middle of a region.</summary>
    internal async Task TapAsync(string region, Side side)
    {
        var points = await VisibleAsync(region, side, least: 1);
        var (x, y) = points[points.Count / 2];
        await page.Touchscreen.TapAsync(x, y);
    }

    /// <summary>The row of a place in the list of what is marked.</summary>
    internal ILocator Place(string region, Side side) => page.Locator($"[data-place='{region}:{side.ToWord()}']");

    internal Task SearchAsync(string words) => page.GetByRole(AriaRole.Searchbox).FillAsync(words);

    /// <summary>Goes on to the ranking and returns what was sent for it.</summary>
    internal async Task<JsonNode> RequestOfRankingAsync()
    {
        var sent = page.WaitForRequestAsync("**/api/v1/trace");
        await RankAsync();
        return JsonNode.Parse((await sent).PostData!)!;
    }

    /// <summary>Makes the remembered drawing older.</summary>
    internal Task AgeDrawingAsync(int hours) => page.EvaluateAsync(
        """
        hours => new Promise((done, fail) => {
          const opening = indexedDB.open("unknot");
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const change = opening.result.transaction("remembered", "readwrite");
            const table = change.objectStore("remembered");
            const reading = table.get("drawing");
            reading.onsuccess = () => table.put({ ...reading.result, at: reading.result.at - hours * 3600000 }, "drawing");
            change.oncomplete = () => { opening.result.close(); done(); };
            change.onabort = () => fail(change.error);
          };
        })
        """,
        hours);

    /// <summary>Spreads two fingers on a region and turns them.</summary>
    /// <param name="firstStroke">Whether the first finger draws across the region before the second comes.</param>
    internal async Task PinchAsync(string region, Side side, bool firstStroke)
    {
        var points = await VisibleAsync(region, side, least: 1);
        var (x, y) = points[points.Count / 2];
        var fingers = await page.Context.NewCDPSessionAsync(page);
        Task TouchAsync(string type, params (float X, float Y)[] at) => fingers.SendAsync(
            "Input.dispatchTouchEvent",
            new() { ["type"] = type, ["touchPoints"] = at.Select((point, id) => new { x = point.X, y = point.Y, id }).ToArray() });
        await TouchAsync("touchStart", (x, y));
        for (var step = 1; firstStroke && step <= 10; step++)
        {
            await TouchAsync("touchMove", (x, y + (4 * step)));
        }

        var from = firstStroke ? y + 40 : y;
        await TouchAsync("touchStart", (x, from), (x + 30, from + 10));
        for (var step = 1; step <= 10; step++)
        {
            await TouchAsync("touchMove", (x - (3 * step), from - (2 * step)), (x + 30 + (3 * step), from + 10 + (4 * step)));
        }

        await TouchAsync("touchEnd", (x - 30, from - 20));
        await TouchAsync("touchMove", (x - 10, from));
        await TouchAsync("touchEnd");
        await fingers.DetachAsync();
    }

    /// <summary>Ticks a region in the list, found by the search box.</summary>
    internal async Task ChooseFromListAsync(string region, Side side)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(Atlas.Region(RegionId.Parse(region, null)).Name);
        await page.Locator($"input[name='mark'][value='{region}:{side.ToWord()}']").CheckAsync(new() { Force = true });
        await IsMarkedAsync(region, side);
    }

    /// <summary>How the words in the box were understood.</summary>
    internal ILocator Heard => page.Locator("[data-heard]");

    /// <summary>Types into the box for words and sends it by the keyboard.</summary>
    internal async Task SayAsync(string words)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Say where it hurts" }).FillAsync(words);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-heard]:not(:empty)").WaitForAsync();
    }

    /// <summary>Takes away what a chip says, such as "Calf, left".</summary>
    internal Task TakeBackAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}", Exact = true }).ClickAsync();

    /// <summary>Turns the solid figure with the arrow keys until it shows a good part of a region.</summary>
    internal async Task TurnToAsync(string region, Side side)
    {
        for (var turns = 0; turns < 24 && (await VisibleAsync(region, side, least: 0)).Count < 4; turns++)
        {
            await page.Locator("body-map").FocusAsync();
            await page.Keyboard.PressAsync(side == Side.Right ? "ArrowRight" : "ArrowLeft");
        }
    }

    /// <summary>Waits until the words under the figure name a region.</summary>
    internal Task IsMarkedAsync(string region, Side side) =>
        page.Locator($"[data-marked~='{region}:{side.ToWord()}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    internal async Task<IReadOnlyList<string>> MarkedRegionsAsync() =>
        (await Marked.GetAttributeAsync("data-marked") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal async Task ContinueToSafetyAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
        await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
    }

    internal async Task NothingDangerousAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "None of these" }).ClickAsync();
        await Results.First.WaitForAsync();
    }

    /// <summary>From marks to the ranking, with every sign of danger denied.</summary>
    internal async Task RankAsync()
    {
        await ContinueToSafetyAsync();
        await NothingDangerousAsync();
    }

    /// <summary>The first results as <c>muscle:side</c>.</summary>
    internal async Task<IReadOnlyList<string>> FirstAsync(int count)
    {
        var found = new List<string>();
        for (var place = 0; place < count; place++)
        {
            var result = Results.Nth(place);
            found.Add($"{await result.GetAttributeAsync("data-muscle")}:{await result.GetAttributeAsync("data-side")}");
        }

        return found;
    }

    /// <summary>Presses Tab until the element that has the focus satisfies a condition in the page.</summary>
    /// <param name="condition">An expression over <c>element</c>.</param>
    /// <param name="backwards">With Shift.</param>
    internal async Task TabToAsync(string condition, bool backwards = false)
    {
        const int most = 400;
        for (var presses = 0; presses < most; presses++)
        {
            if (await page.EvaluateAsync<bool>($"(() => {{ const element = document.activeElement; return element !== null && ({condition}); }})()"))
            {
                return;
            }

            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab never reached an element with: {condition}");
    }

    /// <summary>Where the cells of a region are on the screen, those that the present view shows, once the figure stands still.</summary>
    /// <param name="least">Waits for so many; gives up after some hundred frames.</param>
    private async Task<IReadOnlyList<(float X, float Y)>> VisibleAsync(string region, Side side, int least)
    {
        var cells = Figure.CellsOf(new SidedRegion(RegionId.Parse(region, null), side)).Select(cell => cell.Value).ToArray();
        var points = await page.Locator("body-map").EvaluateAsync<JsonElement>(
            """
            async (map, { cells, least }) => {
              const read = () => cells.map(cell => map.screenPointOf(cell)).filter(point => point !== null);
              let before = "";
              for (let frames = 0; frames < 300; frames++) {
                const points = read();
                const now = JSON.stringify(points);
                if (points.length >= least && now === before) return points;
                before = now;
                await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
              }
              return read();
            }
            """,
            new { cells, least });
        return [.. points.EnumerateArray().Select(point => (point.GetProperty("x").GetSingle(), point.GetProperty("y").GetSingle()))];
    }
}

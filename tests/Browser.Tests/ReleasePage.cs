using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>The guided session as a person uses it.</summary>
internal sealed class ReleasePage(IPage page)
{
    internal ILocator Session => page.Locator("guided-release");

    internal ILocator Away => page.Locator("[data-away]");

    internal ILocator PlanPoints => page.Locator("[data-plan-point]");

    /// <summary>From two marks to the plan of the points that may cause them.</summary>
    internal async Task PlanFromMarksAsync()
    {
        var finder = new FinderPage(page);
        await finder.OpenAsync();
        await finder.ChooseFromListAsync("temple", Side.Right);
        await finder.ChooseFromListAsync("back-of-neck", Side.Right);
        await finder.RankAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
        await ScreenAsync("plan");
    }

    /// <summary>A plan of one point for two places that hurt, as the finder leaves it in the browser.</summary>
    internal async Task PlanOfTwoPlacesAsync()
    {
        await page.GotoAsync("/release");
        await ScreenAsync("empty");
        await page.EvaluateAsync(
            """
            () => sessionStorage.setItem("unknot-plan", JSON.stringify({
              at: 1000,
              points: [{ point: "upper-trapezius-1", side: "right", muscle: "upper-trapezius", name: "Upper trapezius", where: "Front edge" }],
              places: [{ place: "temple:right", name: "Temple, right", intensity: 6 }, { place: "back-of-neck:right", name: "Back of neck, right", intensity: 4 }],
            }))
            """);
        await page.ReloadAsync();
        await ScreenAsync("plan");
    }

    /// <summary>From the page of a programme to its plan.</summary>
    internal async Task PlanFromProgrammeAsync(string programme)
    {
        await page.GotoAsync($"/release/{programme}");
        await page.GetByRole(AriaRole.Button, new() { Name = "None of this: start" }).ClickAsync();
        await ScreenAsync("plan");
    }

    internal async Task StartAsync()
    {
        await ButtonAsync("Start");
        await PhaseAsync("preparing");
    }

    internal Task ButtonAsync(string name) => Session.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    internal Task ScreenAsync(string screen) => page.Locator($"guided-release[data-screen='{screen}']").WaitForAsync();

    internal Task PhaseAsync(string phase) => page.Locator($"guided-release[data-phase='{phase}']").WaitForAsync();

    internal Task OfflineReadyAsync() => page.Locator("guided-release[data-offline]").WaitForAsync();

    /// <summary>Chooses in a row of round buttons, whose inputs lie under their words.</summary>
    internal Task ChooseAsync(string name) => Session.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true }).CheckAsync(new() { Force = true });

    internal Task<string?> PointAsync() => Session.GetAttributeAsync("data-point");

    internal async Task<int> SecondsAsync() => int.Parse(await page.Locator("[data-seconds]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the browser remembers, as JSON; null when it is nothing.</summary>
    internal Task<string?> RememberedAsync(string key) => page.EvaluateAsync<string?>(
        """
        key => new Promise((resolve, reject) => {
          const waiting = sessionStorage.getItem(`unknot-${key}`);
          if (waiting) return resolve(waiting);
          const open = indexedDB.open("unknot", 1);
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const get = open.result.transaction("remembered").objectStore("remembered").get(key);
            get.onsuccess = () => { open.result.close(); resolve(get.result === undefined ? null : JSON.stringify(get.result)); };
          };
        })
        """,
        key);
}

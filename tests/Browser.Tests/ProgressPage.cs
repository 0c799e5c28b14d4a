using System.Text.Json;
using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

/// <summary>The page of one's own progress: verbs on the page, selectors only in here.</summary>
internal sealed class ProgressPage(IPage page)
{
    private const long DayMilliseconds = 86_400_000;

    internal ILocator Charts => page.Locator("figure[data-place]");

    internal ILocator Advice => page.Locator("[data-advice]");

    internal ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    internal ILocator Preview => page.Locator("[data-preview]");

    internal ILocator Trouble => page.Locator("[data-data] [data-trouble]");

    internal ILocator Said => page.Locator("[data-data] [data-said]");

    internal async Task OpenAsync()
    {
        await page.GotoAsync("/progress");
        await page.Locator("progress-diary[data-ready]").WaitForAsync();
    }

    /// <summary>Opens the page in a browser that keeps these values already.</summary>
    internal async Task OpenWithAsync(object kept)
    {
        await page.GotoAsync("/evidence");
        await page.EvaluateAsync(
            """
            kept => new Promise((resolve, reject) => {
              const request = indexedDB.open("unknot", 1);
              request.onupgradeneeded = () => request.result.createObjectStore("remembered");
              request.onerror = reject;
              request.onsuccess = () => {
                const change = request.result.transaction("remembered", "readwrite");
                for (const [key, value] of Object.entries(kept)) change.objectStore("remembered").put(value, key);
                change.oncomplete = () => { request.result.close(); resolve(); };
                change.onabort = reject;
              };
            })
            """,
            kept);
        await OpenAsync();
    }

    /// <summary>All that the browser keeps, as JSON with the keys in order; what waits in the session's storage under "waiting".</summary>
    internal Task<string> KeptAsync() => page.EvaluateAsync<string>(
        """
        () => new Promise((resolve, reject) => {
          const request = indexedDB.open("unknot", 1);
          request.onerror = reject;
          request.onsuccess = () => {
            const table = request.result.transaction("remembered").objectStore("remembered");
            const keys = table.getAllKeys();
            const values = table.getAll();
            values.onsuccess = () => {
              request.result.close();
              const kept = keys.result.map((key, index) => [key, values.result[index]]);
              const waiting = Object.keys(sessionStorage).filter(key => key.startsWith("unknot-")).sort();
              resolve(JSON.stringify([...kept, ["waiting", waiting]], (name, value) =>
                value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value));
            };
          };
        })
        """);

    internal Task RateAsync(string place, int rating) =>
        page.Locator($"[data-today-places] > [data-place='{place}'] input[value='{rating}']").CheckAsync(new() { Force = true });

    internal async Task<string> SaveAsync(string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
        return await download.PathAsync();
    }

    internal Task ChooseFileAsync(string path) => page.Locator("[data-data] input[type=file]").SetInputFilesAsync(path);

    /// <param name="daysAgo">When, counted back from today.</param>
    /// <param name="places">Each with its place, name, rating before and, when it was rated again, after.</param>
    internal static object Entry(int daysAgo, params (string Place, string Name, int Before, int? After)[] places) => Entry(daysAgo, [], places);

    internal static object Entry(int daysAgo, string[] muscles, params (string Place, string Name, int Before, int? After)[] places) => new
    {
        at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - (daysAgo * DayMilliseconds) - 60_000,
        places = places.Select(place => place.After is { } after
            ? (object)new { place = place.Place, name = place.Name, before = place.Before, after }
            : new { place = place.Place, name = place.Name, before = place.Before }).ToArray(),
        points = muscles.Select(muscle => new { point = $"{muscle}-1", side = "right", muscle, name = muscle, holds = 2, holdSeconds = 20 }).ToArray(),
    };

    /// <summary>Some weeks of a temple that gets better and a neck that does not.</summary>
    internal static object Weeks() => new
    {
        diary = new[]
        {
            Entry(20, ["upper-trapezius"], ("temple:right", "Temple, right", 7, 4), ("back-of-neck:right", "Back of neck, right", 5, 5)),
            Entry(15, ["upper-trapezius"], ("temple:right", "Temple, right", 6, 4)),
            Entry(12, ["upper-trapezius", "splenius-capitis"], ("temple:right", "Temple, right", 6, 3)),
            Entry(8, ("back-of-neck:right", "Back of neck, right", 6, null)),
            Entry(2, ("temple:right", "Temple, right", 3, null), ("back-of-neck:right", "Back of neck, right", 5, null)),
        },
        activities = new[] { new { at = 1_000, name = "=Turn my head", ratings = new[] { new { at = 2_000, value = 3 }, new { at = 90_000_000, value = 7 } } } },
        drawing = new { marks = new[] { new[] { 12, 6 } }, inside = Array.Empty<object>() },
        plan = new { at = 5, points = Array.Empty<object>() },
    };

    internal static JsonElement Read(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;
}

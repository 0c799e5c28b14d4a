using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>What the site does without a network, after one visit with it.</summary>
[Collection(InTheBrowser.Name)]
public sealed class OfflineTests(BrowserFixture browser)
{
    private const string Disconnected = "ERR_INTERNET_DISCONNECTED";

    /// <summary>The background fetches some hundred small pages, beside all else that this machine does.</summary>
    private const int KeptTimeoutMilliseconds = 120_000;

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public Task After_one_visit_everything_but_the_full_answer_works_without_a_network(int width, int height) =>
        browser.WithPageAsync(
            $"without-network-{width}",
            async page =>
            {
                await page.GotoAsync("/");
                await IsKeptAsync(page);
                await page.Context.SetOfflineAsync(true);

                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ChooseFromListAsync("temple", Side.Right);
                await finder.ChooseFromListAsync("back-of-neck", Side.Right);
                await finder.ContinueToSafetyAsync();
                await finder.NothingDangerousAsync();
                await page.GetByText("this is a list made beforehand").WaitForAsync();
                Assert.Contains(await finder.FirstAsync(3), found => found == "upper-trapezius:right");
                await finder.Results.First.GetByRole(AriaRole.Button).First.ClickAsync();
                await finder.Results.First.GetByText("All about this muscle").ClickAsync();
                await page.Locator("#points").WaitForAsync();

                await page.GotoAsync("/pain/temple");
                await page.GetByRole(AriaRole.Heading, new() { Name = "Pain at: Temple" }).WaitForAsync();
                await page.GotoAsync("/muscles/soleus");
                await page.GetByRole(AriaRole.Heading, new() { Name = "Soleus", Level = 1 }).WaitForAsync();
                await page.GotoAsync("/techniques/thumb");
                await page.Locator("h1").WaitForAsync();
                await page.GotoAsync("/chart");
                await page.GetByRole(AriaRole.Heading, new() { Name = "No connection" }).WaitForAsync();
                Assert.Empty((await page.RunAxe()).Violations);

                await page.GotoAsync("/");
                await page.Locator("pain-finder[data-ready]").WaitForAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).First.ClickAsync();
                await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
                await page.Locator("guided-release[data-screen='plan']").WaitForAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
                await page.Locator("guided-release[data-screen='point']").WaitForAsync();
                await page.Locator("[data-steps] li").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
                await HoldsAsync(page, "document.querySelector('guided-release body-map').overlay?.fibres.length > 0");
                await page.GetByRole(AriaRole.Button, new() { Name = "Hold now" }).ClickAsync();
                await page.Locator("guided-release[data-phase='holding']").WaitForAsync();

                Assert.All(await KeptAddressesAsync(page), address =>
                {
                    Assert.DoesNotContain("/api/v1/trace", address, StringComparison.Ordinal);
                    Assert.DoesNotContain("/api/v1/words", address, StringComparison.Ordinal);
                    Assert.Matches("^[^?]*(\\?v=[^&]*)?$", address);
                });
            },
            new() { ViewportSize = new() { Width = width, Height = height }, ServiceWorkers = ServiceWorkerPolicy.Allow },
            expected: Disconnected);

    [Fact]
    public Task The_full_answer_takes_the_place_of_the_list_once_the_network_is_back() =>
        browser.WithPageAsync(
            "network-back",
            async page =>
            {
                await page.GotoAsync("/");
                await IsKeptAsync(page);
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ChooseFromListAsync("temple", Side.Right);
                await finder.ContinueToSafetyAsync();
                await page.Context.SetOfflineAsync(true);
                await finder.NothingDangerousAsync();
                var notice = page.Locator("[data-beforehand]");
                await notice.WaitForAsync();
                Assert.Equal("status", await notice.GetAttributeAsync("role"));
                Assert.Equal(0, await page.Locator("[data-range]:not([hidden])").CountAsync());

                await page.Context.SetOfflineAsync(false);
                await notice.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
                await page.Locator("[data-range]:not([hidden])").First.WaitForAsync();
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, ServiceWorkers = ServiceWorkerPolicy.Allow },
            expected: Disconnected);

    [Fact]
    public Task After_one_visit_in_Spanish_the_shell_works_in_Spanish_without_a_network() =>
        browser.WithPageAsync(
            "without-network-es",
            async page =>
            {
                await page.GotoAsync("/es/");
                await HoldsAsync(page, "navigator.serviceWorker.controller !== null && (await caches.match('/offline/complete-es')) !== undefined");
                await page.Context.SetOfflineAsync(true);

                foreach (var (address, heading) in new[] { ("/es/release", "Soltar con guía"), ("/es/progress", "Progreso"), ("/es/muscles/soleus", "Sóleo"), ("/es/chart", "No hay conexión, y esta página no está en tu dispositivo") })
                {
                    await page.GotoAsync(address);
                    await page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();
                    Assert.Empty(await EnglishLeft.InAsync(page));
                }

                await page.GotoAsync("/es/");
                await page.Locator("pain-finder[data-ready]").WaitForAsync();
                await page.GetByRole(AriaRole.Searchbox).FillAsync("sien");
                await page.Locator("label:has(input[name='mark'][value='temple:right'])").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Continuar" }).First.ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Nada de esto" }).ClickAsync();
                await page.Locator("[data-beforehand]").WaitForAsync();
                await page.Locator("[data-results] > li").First.WaitForAsync();
                Assert.Empty(await EnglishLeft.InAsync(page));
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, ServiceWorkers = ServiceWorkerPolicy.Allow },
            expected: Disconnected);

    [Fact]
    public async Task A_newer_release_waits_until_somebody_wants_it()
    {
        await using var site = new SiteWithReleases();
        await browser.WithPageAsync(
            "update",
            async page =>
            {
                await page.GotoAsync("/");
                await IsKeptAsync(page);
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ChooseFromListAsync("temple", Side.Right);
                await page.EvaluateAsync("window.stayed = true");
                site.IsNext = true;
                await page.EvaluateAsync("async () => { await (await navigator.serviceWorker.ready).update(); }");

                var bar = page.Locator("[data-update]");
                await bar.WaitForAsync();
                Assert.Equal("status", await bar.GetAttributeAsync("role"));
                Assert.Empty((await page.RunAxe()).Violations);
                Assert.True(await page.EvaluateAsync<bool>("window.stayed"));

                await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).FocusAsync();
                await page.Keyboard.PressAsync("Enter");
                await page.WaitForFunctionAsync("() => window.stayed === undefined && document.querySelector('pain-finder[data-ready]') !== null");
                Assert.Contains("temple:right", await finder.MarkedRegionsAsync());
                await HoldsAsync(page, $"(await caches.keys()).join() === 'unknot-{SiteWithReleases.NextRelease}'");
                Assert.False(await bar.IsVisibleAsync());
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, ServiceWorkers = ServiceWorkerPolicy.Allow },
            site: site.Address);
    }

    /// <summary>Waits until the worker answers for this page and has all that it fetches in the background.</summary>
    private static Task IsKeptAsync(IPage page) => HoldsAsync(page, "navigator.serviceWorker.controller !== null && (await caches.match('/offline/complete')) !== undefined");

    /// <param name="condition">An expression of the page's script that may wait.</param>
    private static async Task HoldsAsync(IPage page, string condition) => await page.EvaluateAsync(
        $$"""
        async () => {
          const until = Date.now() + {{KeptTimeoutMilliseconds}};
          while (!({{condition}})) {
            if (Date.now() > until) throw new Error("never came true: " + {{JsonSerializer.Serialize(condition)}});
            await new Promise(next => setTimeout(next, 100));
          }
        }
        """);

    private static async Task<IReadOnlyList<string>> KeptAddressesAsync(IPage page)
    {
        var addresses = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const found = [];
              for (const name of await caches.keys()) {
                for (const { url } of await (await caches.open(name)).keys()) found.push(url.slice(location.origin.length));
              }
              return found;
            }
            """);
        return [.. addresses.EnumerateArray().Select(address => address.GetString()!)];
    }
}

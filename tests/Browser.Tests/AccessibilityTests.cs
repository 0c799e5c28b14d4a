using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>Every kind of page and every step of the finder, scanned by axe in light and dark.</summary>
[Collection(InTheBrowser.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Every_step_of_the_journey_can_be_used_by_everybody(ColorScheme scheme) =>
        browser.WithPageAsync(
            $"axe-{scheme}",
            async page =>
            {
                var finder = new FinderPage(page);
                await finder.OpenAsync();
                await finder.ChooseFromListAsync("temple", Side.Right);
                await HasNoViolationAsync(page, "marking");
                await finder.Place("temple", Side.Right).Locator(".place-open").ClickAsync();
                await finder.PaintAsync("front-of-thigh", Side.Left, "No pain");
                await HasNoViolationAsync(page, "a place in detail");
                await finder.ContinueToSafetyAsync();
                await HasNoViolationAsync(page, "safety");
                await finder.NothingDangerousAsync();
                await finder.Results.First.GetByRole(AriaRole.Button).First.ClickAsync();
                await HasNoViolationAsync(page, "results");
                await page.GetByRole(AriaRole.Link, new() { Name = "Start the release" }).ClickAsync();
                var release = new ReleasePage(page);
                await release.ScreenAsync("plan");
                await release.OfflineReadyAsync();
                await HasNoViolationAsync(page, "plan of the release");
                await page.Locator(".plan-sound summary").ClickAsync();
                await HasNoViolationAsync(page, "plan of the release with its sounds");
                await release.StartAsync();
                await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-steps] li').length > 0");
                await HasNoViolationAsync(page, "release");
                await page.Keyboard.PressAsync("r");
                for (var more = 0; more < 7; more++)
                {
                    await page.Keyboard.PressAsync("ArrowUp");
                }

                foreach (var summary in await page.Locator(".session-details summary").AllAsync())
                {
                    await summary.ClickAsync();
                }

                await HasNoViolationAsync(page, "release with too much pressure and its details");
                for (var point = 0; point < 8 && await page.Locator("guided-release[data-screen='end']").CountAsync() == 0; point++)
                {
                    var before = await page.Locator("guided-release").GetAttributeAsync("data-point");
                    await page.Locator("[data-do='skip']").ClickAsync();
                    await page.WaitForFunctionAsync("before => { const { dataset } = document.querySelector('guided-release'); return dataset.screen === 'end' || dataset.point !== before; }", before);
                }

                await release.ScreenAsync("end");
                await HasNoViolationAsync(page, "end of the release");
                await page.GotoAsync("/release/calves-heel");
                await HasNoViolationAsync(page, "a programme");
                await page.GotoAsync("/evidence");
                await HasNoViolationAsync(page, "evidence");
                await page.GotoAsync("/chart?region=temple");
                await HasNoViolationAsync(page, "chart");
                await page.GetByText("Show only some points").ClickAsync();
                await HasNoViolationAsync(page, "chart with its filters");
                await page.GotoAsync("/muscles");
                await HasNoViolationAsync(page, "muscles");
                await page.GotoAsync("/muscles?region=temple&cause=clenching");
                await HasNoViolationAsync(page, "muscles filtered");
                await page.GotoAsync("/muscles/scalenus-anterior");
                await HasNoViolationAsync(page, "a muscle for a therapist");
                await page.GotoAsync("/muscles/gluteus-maximus");
                await HasNoViolationAsync(page, "a muscle");
                await page.GotoAsync("/pain");
                await HasNoViolationAsync(page, "places");
                await page.GotoAsync("/pain/low-back");
                await HasNoViolationAsync(page, "a place");
                await page.GotoAsync("/data");
                await HasNoViolationAsync(page, "data");
                await page.GotoAsync("/techniques");
                await HasNoViolationAsync(page, "techniques");
                var technique = new TechniquePage(page);
                await technique.OpenAsync("/techniques/roll-quadriceps-ball");
                await HasNoViolationAsync(page, "technique as pictures");
                await page.GetByRole(AriaRole.Button, new() { Name = "Show as motion" }).ClickAsync();
                await HasNoViolationAsync(page, "technique as motion");
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

    private static async Task HasNoViolationAsync(IPage page, string step)
    {
        var scan = await page.RunAxe();
        Assert.True(scan.Violations.Length == 0, $"{step}: {string.Join("; ", scan.Violations.Select(Say))}");
    }

    private static string Say(AxeResultItem violation) => $"{violation.Id} ({violation.Help}) at {string.Join(", ", violation.Nodes.Select(node => node.Html))}";
}

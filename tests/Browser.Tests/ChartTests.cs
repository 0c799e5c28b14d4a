using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class ChartTests(BrowserFixture browser)
{
    [Fact]
    public Task The_points_of_a_ranking_are_printed_without_being_part_of_an_address() =>
        browser.WithPageAsync("print-map", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Side.Right);
            await finder.ContinueToSafetyAsync();
            await finder.NothingDangerousAsync();

            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Print my map" }).ClickAsync());

            Assert.Equal("my-trigger-points.pdf", download.SuggestedFilename);
            Assert.EndsWith("/my-map", download.Url, StringComparison.Ordinal);
        });

    [Fact]
    public Task A_number_of_the_chart_leads_to_its_words() =>
        browser.WithPageAsync("chart", async page =>
        {
            await page.GotoAsync("/chart");
            await page.Locator("a[href='#point-22']").First.ClickAsync();

            Assert.EndsWith("#point-22", page.Url, StringComparison.Ordinal);
            Assert.True(await page.Locator("#point-22").IsVisibleAsync());
        });
}

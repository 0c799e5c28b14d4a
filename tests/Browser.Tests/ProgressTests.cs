using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class ProgressTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    [Fact]
    public Task What_was_rated_is_drawn_and_said_in_words() =>
        browser.WithPageAsync("progress", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenWithAsync(ProgressPage.Weeks());

            Assert.Equal(2, await progress.Charts.CountAsync());
            var temple = page.Locator("figure[data-place='temple:right']");
            Assert.Equal("Down from 7 to 3 in 18 days: more than the smallest change that counts.", await temple.Locator("[data-summary]").InnerTextAsync());
            Assert.Equal(4, await temple.Locator("svg .chart-before").CountAsync());
            Assert.Equal(3, await temple.Locator("svg .chart-after").CountAsync());
            Assert.Equal(1, await temple.Locator("svg .chart-band rect").CountAsync());
            await temple.GetByText("All ratings as a table").ClickAsync();
            Assert.Equal(4, await temple.Locator("tbody tr").CountAsync());
            Assert.Contains("Helped in 2 of 3.", await page.Locator("tr[data-point='upper-trapezius-1:right']").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("too few to tell", await page.Locator("tr[data-point='splenius-capitis-1:right']").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("3 sittings on 3 days", await page.Locator("[data-often]").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("Back of neck, right has not got better in 18 days", await progress.Advice.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Contains("doctor or a physiotherapist", await progress.Advice.InnerTextAsync(), StringComparison.Ordinal);
        });

    [Fact]
    public Task A_place_is_rated_by_keyboard_alone_corrected_and_taken_back() =>
        browser.WithPageAsync("progress-keys", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenAsync();
            await page.GetByLabel("Rate another place").FocusAsync();
            await page.Keyboard.TypeAsync("Temple, right");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("Space"); // the first number has the focus
            await page.GetByText("Kept in this browser: Temple, right, 0 of 10.").WaitForAsync();
            for (var rating = 1; rating <= 4; rating++)
            {
                await page.Keyboard.PressAsync("ArrowRight");
            }

            await page.GetByText("Kept in this browser: Temple, right, 4 of 10.").WaitForAsync();
            Assert.Equal("One rating so far: 4 of 10. A second one shows which way it goes.", await progress.Charts.Locator("[data-summary]").InnerTextAsync());

            await page.ReloadAsync();
            await page.Locator("progress-diary[data-ready]").WaitForAsync();
            Assert.True(await page.Locator("[data-place='temple:right'] input[value='4']").IsCheckedAsync());
            await progress.RateAsync("temple:right", 6);
            await page.GetByText("One rating so far: 6 of 10.").WaitForAsync();
            await page.Locator("[data-place='temple:right'] input[value='6']").FocusAsync();
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText("Taken back: Temple, right.").WaitForAsync();
            Assert.Equal(0, await progress.Charts.CountAsync());
        });

    [Fact]
    public Task What_was_saved_and_deleted_comes_back_exactly() =>
        browser.WithPageAsync("progress-data", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenWithAsync(ProgressPage.Weeks());
            var before = await progress.KeptAsync();
            var file = await progress.SaveAsync("Everything (JSON)");
            Assert.Equal(1, ProgressPage.Read(file).GetProperty("unknot").GetInt32());
            await page.EvaluateAsync("() => sessionStorage.setItem('unknot-session', '{}')");

            await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything …" }).ClickAsync();
            await page.Keyboard.PressAsync("Enter"); // "Keep it" has the focus
            await progress.Dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
            Assert.Equal(2, await progress.Charts.CountAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything …" }).ClickAsync();
            await progress.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
            await page.GetByText("Everything was deleted from this browser.").WaitForAsync();
            Assert.Equal("[[\"waiting\",[]]]", await progress.KeptAsync());
            await page.Locator("progress-diary[data-state='empty']").WaitForAsync();

            await progress.ChooseFileAsync(file);
            await progress.Preview.WaitForAsync();
            Assert.Contains("5 days or sittings are added.", await progress.Preview.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal("[[\"waiting\",[]]]", await progress.KeptAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
            await page.GetByText("The file was taken over.").WaitForAsync();
            Assert.Equal(before, await progress.KeptAsync());
            Assert.Equal(2, await progress.Charts.CountAsync());
        });

    [Fact]
    public Task A_table_is_saved_safe_for_spreadsheets_and_a_broken_one_is_refused_by_its_line() =>
        browser.WithPageAsync("progress-csv", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenWithAsync(ProgressPage.Weeks());
            var before = await progress.KeptAsync();
            var file = await progress.SaveAsync("Ratings as a table (CSV)");
            var table = await File.ReadAllTextAsync(file);
            Assert.Contains(",'=Turn my head,", table, StringComparison.Ordinal);

            var broken = Path.ChangeExtension(Path.GetTempFileName(), "csv");
            await File.WriteAllTextAsync(broken, table.Replace(",7,4\r\n", ",70,4\r\n", StringComparison.Ordinal));
            await progress.ChooseFileAsync(broken);
            await progress.Trouble.WaitForAsync();
            Assert.Contains("Line 2, before must be a whole number from 0 to 10.", await progress.Trouble.InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(before, await progress.KeptAsync());
            File.Delete(broken);
        });

    [Fact]
    public Task Sessions_from_before_the_diary_are_taken_into_it_once() =>
        browser.WithPageAsync("progress-old", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenWithAsync(new { outcomes = new[] { new { at = 1_000, points = new[] { "a-1:left" }, change = "better" } } });

            Assert.Equal("""[["diary",[{"at":1000,"change":"better","places":[],"points":[]}]],["waiting",[]]]""", await progress.KeptAsync());
        });

    [Fact]
    public Task An_activity_is_written_down_and_rated_and_a_calendar_file_is_made() =>
        browser.WithPageAsync("progress-activity", async page =>
        {
            var progress = new ProgressPage(page);
            await progress.OpenAsync();
            await page.GetByLabel("An activity, in your own words").FillAsync("Carry the shopping");
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Group, new() { Name = "Carry the shopping" }).WaitForAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Locator("[data-activities] [data-words]").GetByText("1 of 10").WaitForAsync();

            var calendar = await File.ReadAllTextAsync(await progress.SaveAsync("Make the calendar file"));

            Assert.Contains("SUMMARY:Unknot\r\n", calendar, StringComparison.Ordinal);
            Assert.DoesNotContain("pain", calendar, StringComparison.OrdinalIgnoreCase);
        });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Every_state_can_be_used_by_everybody(ColorScheme scheme) =>
        browser.WithPageAsync(
            $"progress-axe-{scheme}",
            async page =>
            {
                var progress = new ProgressPage(page);
                await progress.OpenAsync();
                await HasNoViolationAsync(page, "empty");
                await progress.OpenWithAsync(ProgressPage.Weeks());
                foreach (var summary in await page.Locator("progress-diary summary:visible").AllAsync())
                {
                    await summary.ClickAsync();
                }

                await progress.RateAsync("temple:right", 3);
                await HasNoViolationAsync(page, "full");
                await progress.ChooseFileAsync(await progress.SaveAsync("Everything (JSON)"));
                await progress.Preview.WaitForAsync();
                await HasNoViolationAsync(page, "preview");
                await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything …" }).ClickAsync();
                await HasNoViolationAsync(page, "dialog");
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

    [Fact]
    public Task Nothing_runs_out_of_a_phone() =>
        browser.WithPageAsync(
            "progress-phone",
            async page =>
            {
                var progress = new ProgressPage(page);
                await progress.OpenAsync();
                await FitsAsync(page);
                await progress.OpenWithAsync(ProgressPage.Weeks());
                await FitsAsync(page);
            },
            Phone);

    [Fact]
    public Task A_visit_takes_one_page() =>
        browser.WithPageAsync("progress-print", async page =>
        {
            await new ProgressPage(page).OpenWithAsync(ProgressPage.Weeks());
            foreach (var format in new[] { "A4", "Letter" })
            {
                var pages = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = format })).Split("/Type /Page\n").Length - 1;
                Assert.Equal(1, pages);
            }
        });

    private static async Task FitsAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));

    private static async Task HasNoViolationAsync(IPage page, string state)
    {
        var scan = await page.RunAxe();
        Assert.True(scan.Violations.Length == 0, $"{state}: {string.Join("; ", scan.Violations.Select(violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"))}");
    }
}

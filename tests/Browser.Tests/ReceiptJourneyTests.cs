using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Browser.Tests;

/// <summary>From money in the hand to a receipt in the client's hand.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ReceiptJourneyTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 390, false)]
    public async Task A_payment_is_recorded_a_receipt_issued_printed_and_sent(ColorScheme scheme, int width, bool withScript)
    {
        await using var site = new SiteOnAPort();
        await browser.WithPageAsync($"receipts-{scheme}", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            var visit = await VisitAsync(site);
            await page.GotoAsync($"/console/receipts/visit/{visit}");
            await LooksRightAsync("visit");

            // The amount is what is left to pay.
            await Assertions.Expect(page.GetByLabel("Amount (USD)")).ToHaveValueAsync("95.00");
            await page.GetByLabel("Amount (USD)").FillAsync("ninety");
            await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
            await Assertions.Expect(page.GetByText("This is no amount.")).ToBeVisibleAsync();
            await page.GetByLabel("Amount (USD)").FillAsync("95.00");
            await page.GetByLabel("Method").SelectOptionAsync("Check");
            await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The payment is recorded.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Issue the receipt" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Receipt", Exact = true })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("Paid in full")).ToBeVisibleAsync();
            await LooksRightAsync("receipt");
            var receipt = new Uri(page.Url).AbsolutePath;
            var number = (await page.TitleAsync()).Split(' ')[1];

            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send to the client" })).ToBeHiddenAsync();
            await Assertions.Expect(page.GetByText("-0001").First).ToBeVisibleAsync();
            await page.EmulateMediaAsync(new() { Media = Media.Screen });

            await page.GetByRole(AriaRole.Button, new() { Name = "Send to the client" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("on its way");
            await page.GotoAsync(await LinkAsync(site));
            await Assertions.Expect(page.GetByText("Ada Lovelace")).ToBeVisibleAsync();
            await LooksRightAsync("the client's page");

            await page.GotoAsync($"{receipt}/correct");
            await LooksRightAsync("correct");
            await page.GetByLabel("Why it is corrected").FillAsync("Her name was wrong");
            await page.GetByLabel("Who was treated").FillAsync("Ada King");
            await page.GetByRole(AriaRole.Button, new() { Name = "Issue the corrected receipt" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "All visits of" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Ada King")).ToBeVisibleAsync();
            await LooksRightAsync("year");
            await page.GotoAsync("/console/receipts");
            await LooksRightAsync("list");
            await page.GetByLabel("Number of a receipt").FillAsync(number);
            await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
            await Assertions.Expect(page.GetByText("No longer in force")).ToBeVisibleAsync();
            await LooksRightAsync("replaced");

            // The scanner is script itself.
            Task LooksRightAsync(string where) => withScript ? ConsolePage.HasNoViolationAsync(page, where) : IsNoWiderAsync(page, where);
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = withScript }, site: new UriBuilder(site.Address) { Host = "localhost" }.Uri, expected: "400");
    }

    [Fact]
    public async Task On_a_phone_in_the_dark_every_page_passes_the_scan()
    {
        await using var site = new SiteOnAPort();
        await browser.WithPageAsync("receipts-phone", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            var visit = await VisitAsync(site);
            await page.GotoAsync($"/console/receipts/visit/{visit}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Record" }).ClickAsync();
            await ConsolePage.HasNoViolationAsync(page, "visit");
            await page.GetByRole(AriaRole.Button, new() { Name = "Issue the receipt" }).ClickAsync();
            await ConsolePage.HasNoViolationAsync(page, "receipt");
            await page.GotoAsync("/console/receipts");
            await ConsolePage.HasNoViolationAsync(page, "list");
        }, new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 390, Height = 844 } }, site: new UriBuilder(site.Address) { Host = "localhost" }.Uri);
    }

    private static async Task IsNoWiderAsync(IPage page, string where) =>
        Assert.True(await page.Locator("main").EvaluateAsync<int>("main => document.documentElement.scrollWidth") <= 390, $"{where} is wider than the screen");

    private static async Task<AppointmentId> VisitAsync(SiteOnAPort site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        return await (await AVisit.PracticeAsync(db, null)).AddAsync(db);
    }

    private static async Task<string> LinkAsync(SiteOnAPort site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Outbox.SingleAsync();
        return new Uri(message.Text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }
}

using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

/// <summary>An owner makes a service and hours, and sees what can be booked.</summary>
[Collection(InTheBrowser.Name)]
public sealed class OfferTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_service_and_hours_are_made_and_free_times_are_seen(ColorScheme scheme, int width)
    {
        await using var site = new SiteOnAPort();
        await browser.WithPageAsync($"offer-{scheme}", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync("/console/offer/therapist");
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mara Reed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await page.WaitForURLAsync("**done=saved");
            await ConsolePage.HasNoViolationAsync(page, "a therapist");
            await page.GetByRole(AriaRole.Link, new() { Name = "Hours", Exact = true }).ClickAsync();

            // Monday in two windows, copied to the weekdays; Wednesday's second one is taken out again.
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a window on Monday" }).ClickAsync();
            await page.Keyboard.TypeAsync("9 am");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("12:00");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a window on Monday" }).ClickAsync();
            await page.Keyboard.TypeAsync("13:00");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("5 pm");
            await page.GetByRole(AriaRole.Button, new() { Name = "Copy Monday to weekdays" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove this window of Wednesday" }).Nth(1).ClickAsync();
            await ConsolePage.HasNoViolationAsync(page, "a week in the making");
            await page.GetByRole(AriaRole.Button, new() { Name = "Show what it comes to" }).ClickAsync();
            await Assertions.Expect(page.Locator(".offer-weeks li:has-text('09:00–12:00')")).ToHaveCountAsync(20);
            await Assertions.Expect(page.Locator(".offer-weeks li:has-text('13:00–17:00')")).ToHaveCountAsync(16);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save the week" }).ClickAsync();
            await page.WaitForURLAsync("**done=week");
            await Assertions.Expect(page.Locator(".offer-weeks li:has-text('13:00–17:00')")).ToHaveCountAsync(16);
            await ConsolePage.HasNoViolationAsync(page, "the week");

            await page.GotoAsync("/console/offer/service");
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Foot massage");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a length" }).ClickAsync();
            await page.Keyboard.TypeAsync("30");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("forty");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "A price is written like" }).ClickAsync();
            await Assertions.Expect(page.GetByLabel("Price", new() { Exact = true })).ToHaveValueAsync("forty");
            await ConsolePage.HasNoViolationAsync(page, "a service with what is wrong");
            await page.GetByLabel("Price", new() { Exact = true }).FillAsync("40");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await page.WaitForURLAsync("**done=saved");
            await Assertions.Expect(page.Locator(".offer-times li")).ToHaveCountAsync(8);
            foreach (var address in new[] { "/console/offer", "/console/offer/closures", "/console/offer/rooms", "/console/offer/settings", "/console/connections" })
            {
                await page.GotoAsync(address);
                await ConsolePage.HasNoViolationAsync(page, address);
            }
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, site: site.Address, expected: "400");
    }
}

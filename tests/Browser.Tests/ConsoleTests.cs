using Microsoft.Playwright;
using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The console as people of the practice use it: setting up, passkeys, colleagues; with and without script, in light and dark.</summary>
[Collection(InTheBrowser.Name)]
public sealed class ConsoleTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_practice_is_set_up_and_entered_again_by_a_passkey()
    {
        await using var site = new SiteOnAPort();
        await browser.WithPageAsync("console-passkey", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await AddAuthenticatorAsync(page);

            await page.GotoAsync("/console/account");
            await page.GetByLabel("Name of the new one").FillAsync("My laptop");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
            await page.WaitForURLAsync("**/console/account?done=passkey");
            await Assertions.Expect(page.Locator(".console-list").First).ToContainTextAsync("My laptop");

            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.WaitForURLAsync("**/console/sign-in");
            await page.GotoAsync("/console/people");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await page.WaitForURLAsync("**/console/people");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("People");

            // Removed here, it opens nothing, though the device still offers it.
            await page.GotoAsync("/console/account");
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove My laptop" }).ClickAsync();
            await page.WaitForURLAsync("**/console/account?done=removed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not open an account");
        }, site: OnLocalhost(site), expected: "401");
    }

    [Fact]
    public async Task Without_script_the_way_in_is_by_password()
    {
        await using var site = new SiteOnAPort();
        using var owner = await SignedInClient.AsAsync(site);
        await browser.WithPageAsync("console-without-script", async page =>
        {
            await page.GotoAsync("/console/account");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeHiddenAsync();
            await page.GetByLabel("E-mail address").FillAsync(owner.Email);
            await page.GetByLabel("Password").FillAsync(SignedInClient.Password);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/console/account");
            await page.GetByRole(AriaRole.Button, new() { Name = "End all others" }).ClickAsync();
            await page.WaitForURLAsync("**/console/account?done=others");
            Assert.Equal(System.Net.HttpStatusCode.Redirect, (await owner.Http.GetAsync("/console")).StatusCode);
        }, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } }, site: OnLocalhost(site));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        await using var site = new SiteOnAPort();
        await browser.WithPageAsync($"console-axe-{scheme}", async page =>
        {
            await page.GotoAsync("/console/sign-in");
            await ConsolePage.HasNoViolationAsync(page, "sign-in");
            await ConsolePage.SetUpAsync(site, page, () => ConsolePage.HasNoViolationAsync(page, "set-up"));
            foreach (var address in new[] { "/console", "/console/account", "/console/account/password", "/console/people", "/console/audit" })
            {
                await page.GotoAsync(address);
                await ConsolePage.HasNoViolationAsync(page, address);
                Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than the screen");
            }

            await page.GotoAsync("/console/people");
            await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
            await ConsolePage.HasNoViolationAsync(page, "an invitation");
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, site: OnLocalhost(site));
    }

    /// <summary>Passkeys belong to a name; an address of digits has none.</summary>
    private static Uri OnLocalhost(SiteOnAPort site) => new UriBuilder(site.Address) { Host = "localhost" }.Uri;

    /// <summary>A device that holds passkeys and says yes to everything.</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

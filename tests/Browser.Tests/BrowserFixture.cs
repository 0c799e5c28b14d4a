using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

/// <summary>One Chromium and one site for all journeys; every page has a profile of its own and may reach nothing but the site.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public SiteOnAPort Site { get; } = new();

    /// <summary>What journeys leave behind: traces and screenshots of those that failed, and what a screen reader told.</summary>
    internal static string Results { get; } = Path.Combine(AppContext.BaseDirectory, "TestResults", "journeys");

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("UNKNOT_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await browser!.CloseAsync();
        playwright!.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Runs a journey on a fresh page. Fails when the page logged an error or asked for anything outside the site.</summary>
    /// <param name="name">Names the trace and the screenshot that are kept when it fails.</param>
    /// <param name="journey">What is done.</param>
    /// <param name="options">Size, scripting, touch; a desktop of 1280 × 900 unless told.</param>
    /// <param name="expected">Part of a console error that belongs to the journey, such as a connection that was cut on purpose.</param>
    /// <param name="site">Another site than <see cref="Site"/>.</param>
    public async Task WithPageAsync(string name, Func<IPage, Task> journey, BrowserNewContextOptions? options = null, string? expected = null, Uri? site = null)
    {
        var address = (site ?? Site.Address).ToString();
        options ??= new() { ViewportSize = new() { Width = 1280, Height = 900 } };
        options.BaseURL = address;

        // What a worker answers cannot be watched or cut off here; the journeys about it say so.
        options.ServiceWorkers ??= ServiceWorkerPolicy.Block;
        await using var context = await browser!.NewContextAsync(options);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && (expected is null || !message.Text.Contains(expected, StringComparison.Ordinal)))
            {
                faults.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                faults.Add($"asked for {request.Url}");
            }
        };

        var passed = false;
        try
        {
            await journey(page);
            Assert.Empty(faults);
            passed = true;
        }
        finally
        {
            if (!passed)
            {
                Directory.CreateDirectory(Results);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Results, $"{name}.png"), FullPage = true });
                await context.Tracing.StopAsync(new() { Path = Path.Combine(Results, $"{name}.zip") });
            }
        }
    }
}

[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}

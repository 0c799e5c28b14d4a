using Microsoft.Playwright;

namespace Unknot.Bench.Browser;

/// <summary>The site and a headless Chromium, which draws in software so that every machine shows the same.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private readonly SiteOnAPort site = new();
    private readonly IPlaywright playwright;

    private Studio(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        Browser = browser;
    }

    internal static string ChromiumPath => Environment.GetEnvironmentVariable("UNKNOT_CHROMIUM") ?? "/usr/bin/chromium";

    internal IBrowser Browser { get; }

    /// <param name="solid">
    /// Whether 3D is drawn, by a graphics card that is emulated. It then composes every frame of every page, and takes many times as long for it as
    /// Chromium without a card: for times of the flat figure, leave it out.
    /// </param>
    internal static async Task<Studio> OpenAsync(bool solid = true)
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumPath,
            Args =
            [
                "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                .. solid ? ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : (string[])["--disable-gpu"],
            ],
        });
        return new Studio(driver, browser);
    }

    /// <summary>A page of its own, with nothing moving unless <paramref name="moves"/>.</summary>
    /// <param name="keeps">Whether the site may keep itself on the device, which fetches much in the background.</param>
    internal async Task<IPage> PageAsync(int width, int height, bool dark = false, bool moves = false, bool keeps = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ReducedMotion = moves ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        await site.DisposeAsync();
    }
}

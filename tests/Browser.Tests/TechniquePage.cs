using System.Globalization;
using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

/// <summary>The page of a technique that is shown in motion.</summary>
internal sealed class TechniquePage(IPage page)
{
    internal ILocator Motion => page.Locator("technique-motion");

    /// <summary>Reads "Play", "Pause" or "Go on".</summary>
    internal ILocator Play => page.Locator("[data-do='play']");

    internal ILocator Pictures => page.Locator("[data-strip] figure");

    internal async Task OpenAsync(string address)
    {
        await page.GotoAsync(address);
        await page.Locator("technique-motion[data-state='ready']").WaitForAsync();
    }

    /// <summary>In milliseconds from the start of the motion.</summary>
    internal async Task<double> TimeAsync() => double.Parse(await page.Locator("[data-time]").InputValueAsync(), CultureInfo.InvariantCulture);

    internal Task InPhaseAsync(string phase) => page.Locator($"technique-motion[data-phase='{phase}']").WaitForAsync();

    internal Task PlayingAsync(bool playing) => page.Locator($"technique-motion[data-playing='{(playing ? "true" : "false")}']").WaitForAsync();

    /// <summary>Where the ball is drawn on the flat figure, in millimetres of the drawing.</summary>
    internal async Task<(double X, double Y)> BallAsync()
    {
        var ball = page.Locator("body-map .motion .body");
        await ball.WaitForAsync();
        return (await NumberAsync(ball, "cx"), await NumberAsync(ball, "cy"));
    }

    private static async Task<double> NumberAsync(ILocator element, string name) =>
        double.Parse(await element.GetAttributeAsync(name) ?? "", CultureInfo.InvariantCulture);
}

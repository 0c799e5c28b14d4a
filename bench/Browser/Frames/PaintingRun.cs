using System.Diagnostics;
using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Frames;

/// <summary>Paints over the figure as a hand does, and reads from the browser's trace how smooth that was.</summary>
internal static class PaintingRun
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan MoveEvery = TimeSpan.FromMilliseconds(16);

    /// <param name="view">As in the page's view switch: Front, 3D, …</param>
    internal static async Task<FrameTimes> MeasureAsync(Studio studio, string view, int width, int height)
    {
        var page = await studio.PageAsync(width, height, moves: true);
        await page.GotoAsync("/");
        await page.Locator("pain-finder[data-ready]").WaitForAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = view, Exact = true }).CheckAsync(new() { Force = true });
        var figure = page.Locator("body-map");
        await figure.ScrollIntoViewIfNeededAsync();
        await figure.EvaluateAsync(
            """
            async (map) => {
              // Cell 0 stands for "the view is there": it answers once something is drawn.
              while (map.shadowRoot.querySelector("canvas, svg g.cells, .sheets") === null) await new Promise(requestAnimationFrame);
              for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
            }
            """);
        var box = await figure.BoundingBoxAsync() ?? throw new InvalidOperationException("The figure is not on the page.");
        await StrokeAsync(page, box, TimeSpan.FromSeconds(1)); // everything is compiled and warm after this

        var trace = await BrowserTrace.StartAsync(studio.Browser);
        await StrokeAsync(page, box, Duration);
        var drawn = await trace.StopAsync();
        await page.Context.CloseAsync();
        return FrameTimes.Of(drawn);
    }

    /// <summary>One long stroke to and fro over chest and belly; a mouse reports some sixty times a second.</summary>
    private static async Task StrokeAsync(IPage page, LocatorBoundingBoxResult box, TimeSpan duration)
    {
        (float X, float Y) At(double seconds) => (
            (float)(box.X + (box.Width * (0.5 + (0.07 * Math.Sin(seconds * 5))))),
            (float)(box.Y + (box.Height * (0.34 + (0.08 * Math.Sin(seconds * 1.3))))));

        var (x, y) = At(0);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration)
        {
            var next = clock.Elapsed + MoveEvery;
            (x, y) = At(clock.Elapsed.TotalSeconds);
            await page.Mouse.MoveAsync(x, y);
            if (next > clock.Elapsed)
            {
                await Task.Delay(next - clock.Elapsed);
            }
        }

        await page.Mouse.UpAsync();
    }
}

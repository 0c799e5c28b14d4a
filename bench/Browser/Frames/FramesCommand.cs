using System.CommandLine;

namespace Unknot.Bench.Browser.Frames;

/// <summary><c>frames</c>: is painting smooth?</summary>
internal static class FramesCommand
{
    private static readonly (int Width, int Height)[] Screens = [(1280, 900), (390, 844)];
    private static readonly string[] Views = ["Front", "3D"];

    internal static Command Create()
    {
        var command = new Command("frames", "Paints on the figure and says how long each picture stood still, from the browser's own trace.");
        command.SetAction((parse, _) => RunAsync(parse.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output)
    {
        await using var studio = await Studio.OpenAsync();
        await output.WriteLineAsync("view   screen     frames   median      p95    worst (ms)");
        foreach (var (width, height) in Screens)
        {
            foreach (var view in Views)
            {
                var times = await PaintingRun.MeasureAsync(studio, view, width, height);
                await output.WriteLineAsync($"{view,-6} {$"{width}x{height}",-9} {times.Frames,7} {times.Median,8:0.0} {times.Percentile95,8:0.0} {times.Worst,8:0.0}");
            }
        }

        return 0;
    }
}

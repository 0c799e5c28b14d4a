using System.CommandLine;

namespace Unknot.Bench.Browser.Strokes;

/// <summary><c>stroke</c>: how soon after a stroke the new ranking is there.</summary>
internal static class StrokesCommand
{
    private const int Seed = 7;
    private static readonly (string View, int Strokes)[] Views = [("Front", 20), ("Back", 20), ("Left side", 10), ("Right side", 10)];

    /// <summary>Milliseconds that the 95th percentile must stay under.</summary>
    private const double Bar = 100;

    internal static Command Create()
    {
        var command = new Command("stroke", "Draws strokes beside a ranking and says how soon the new one was on the screen.");
        command.SetAction((parse, _) => RunAsync(parse.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output)
    {
        await using var studio = await Studio.OpenAsync(solid: false);
        var chance = new Random(Seed);
        var all = new List<StrokeTime>();
        foreach (var (view, strokes) in Views)
        {
            all.AddRange(await StrokeRun.MeasureAsync(studio, view, strokes, chance));
        }

        await output.WriteLineAsync($"{all.Count} strokes; answer {all.Average(stroke => stroke.Bytes) / 1024:0.0} KiB on the way; milliseconds");
        await output.WriteLineAsync("                          median      p95      p99    worst");
        await WriteAsync(output, "stroke to new ranking", all, stroke => stroke.Total);
        await WriteAsync(output, "  until asked", all, stroke => stroke.Before);
        await WriteAsync(output, "  server", all, stroke => stroke.Server);
        await WriteAsync(output, "  transfer", all, stroke => stroke.Transfer);
        await WriteAsync(output, "  until painted", all, stroke => stroke.After);
        var reached = At(all, stroke => stroke.Total, 0.95);
        await output.WriteLineAsync(reached < Bar ? $"p95 {reached:0} ms is under {Bar:0} ms" : $"p95 {reached:0} ms is not under {Bar:0} ms");
        return reached < Bar ? 0 : 1;
    }

    private static Task WriteAsync(TextWriter output, string what, List<StrokeTime> strokes, Func<StrokeTime, double> part) =>
        output.WriteLineAsync($"{what,-24}{At(strokes, part, 0.5),8:0.0} {At(strokes, part, 0.95),8:0.0} {At(strokes, part, 0.99),8:0.0} {At(strokes, part, 1),8:0.0}");

    private static double At(List<StrokeTime> strokes, Func<StrokeTime, double> part, double share)
    {
        var ordered = strokes.Select(part).Order().ToArray();
        return ordered[(int)Math.Ceiling(share * ordered.Length) - 1];
    }
}

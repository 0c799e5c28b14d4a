using System.CommandLine;

namespace Unknot.Bench.Browser.Icons;

/// <summary><c>icons</c>: the site's icon as devices want it, from the one that is drawn.</summary>
internal static class IconsCommand
{
    /// <summary>Devices cut a maskable icon to a circle of four fifths; all that matters lies within.</summary>
    private const double SafeShare = 0.8;

    internal static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Holds icon.svg, and gets the pictures.", Required = true };
        var command = new Command("icons", "Makes the PNG icons again from icon.svg.") { folder };
        command.SetAction((parse, _) => RunAsync(parse.GetRequiredValue(folder), parse.InvocationConfiguration.Output));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, TextWriter output)
    {
        var drawing = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "icon.svg"));
        await using var studio = await Studio.OpenAsync();
        foreach (var (name, size, maskable) in new[] { ("icon-192.png", 192, false), ("icon-512.png", 512, false), ("icon-maskable-512.png", 512, true) })
        {
            var page = await studio.PageAsync(size, size);
            var (ground, share) = maskable ? (GroundOf(drawing), SafeShare) : ("transparent", 1);
            await page.SetContentAsync(
                $"<body style=\"margin:0;height:100vh;display:grid;place-items:center;background:{ground}\">{drawing.Replace("<svg ", $"<svg width=\"{size * share}\" height=\"{size * share}\" ", StringComparison.Ordinal)}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name), OmitBackground = true });
            await page.Context.CloseAsync();
            await output.WriteLineAsync(name);
        }

        return 0;
    }

    /// <summary>The colour of the drawing's first area, which fills it.</summary>
    private static string GroundOf(string drawing)
    {
        const string Fill = "fill=\"";
        var from = drawing.IndexOf(Fill, StringComparison.Ordinal) + Fill.Length;
        return drawing[from..drawing.IndexOf('"', from)];
    }
}

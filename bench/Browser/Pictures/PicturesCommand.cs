using System.CommandLine;
using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Pictures;

/// <summary><c>pictures</c>: the documentation's pictures, light and dark.</summary>
internal static class PicturesCommand
{
    private static readonly (bool Dark, string Name)[] Shades = [(false, "light"), (true, "dark")];

    internal static Command Create()
    {
        var directory = new Option<DirectoryInfo>("--out") { Description = "Where the files go.", DefaultValueFactory = _ => new DirectoryInfo("docs/pictures") };
        var only = new Option<string>("--only") { Description = "Only the pictures whose name contains this.", DefaultValueFactory = _ => "" };
        var command = new Command("pictures", "Takes the pictures of the documentation, light and dark.") { directory, only };
        command.SetAction((parse, _) => RunAsync(
            parse.GetRequiredValue(directory).FullName, parse.GetRequiredValue(only), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(string directory, string only, TextWriter output, TextWriter error)
    {
        var wanted = PictureBook.All.Where(picture => picture.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        if (wanted.Length == 0)
        {
            await error.WriteLineAsync($"No picture is called '{only}'. There are: {string.Join(", ", PictureBook.All.Select(picture => picture.Name))}.");
            return 2;
        }

        Directory.CreateDirectory(directory);
        await using var studio = await Studio.OpenAsync();
        foreach (var picture in wanted)
        {
            foreach (var (dark, shade) in Shades)
            {
                var path = Path.Combine(directory, $"{picture.Name}-{shade}.png");
                await TakeAsync(studio, picture, dark, path);
                await output.WriteLineAsync(path);
            }
        }

        return 0;
    }

    private static async Task TakeAsync(Studio studio, Picture picture, bool dark, string path)
    {
        var page = await studio.PageAsync(picture.Width, picture.Height, dark);
        await picture.Show(page);
        await page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        await page.Context.CloseAsync();
    }
}

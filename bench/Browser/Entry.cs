using System.CommandLine;
using Unknot.Bench.Browser.Audits;
using Unknot.Bench.Browser.Frames;
using Unknot.Bench.Browser.Icons;
using Unknot.Bench.Browser.Pictures;
using Unknot.Bench.Browser.Strokes;

namespace Unknot.Bench.Browser;

/// <summary>Where this program begins: the name Program belongs to the site that it opens.</summary>
internal static class Entry
{
    private static Task<int> Main(string[] args) =>
        new RootCommand("What only a browser can show: how smooth painting is, how soon a ranking is there, how pages rate, and pictures.")
        {
            FramesCommand.Create(), StrokesCommand.Create(), LighthouseCommand.Create(), PicturesCommand.Create(), IconsCommand.Create(),
        }.Parse(args).InvokeAsync();
}

using System.CommandLine;
using Unknot.Bench.Browser.Frames;
using Unknot.Bench.Browser.Pictures;

namespace Unknot.Bench.Browser;

/// <summary>Where this program begins: the name Program belongs to the site that it opens.</summary>
internal static class Entry
{
    private static Task<int> Main(string[] args) =>
        new RootCommand("What only a browser can show: how smooth painting is, and pictures for the documentation.") { FramesCommand.Create(), PicturesCommand.Create() }.Parse(args).InvokeAsync();
}

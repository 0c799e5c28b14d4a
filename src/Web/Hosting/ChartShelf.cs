using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>Charts that were asked for lately. Only what everybody may see lies here, never somebody's own map.</summary>
internal sealed class ChartShelf(Atlases atlases, Texts texts)
{
    private const int MostCharts = 120;

    private readonly ConcurrentDictionary<string, Lazy<byte[]>> files = new(StringComparer.Ordinal);

    /// <param name="choice">One that has points.</param>
    internal byte[] Take(ChartChoice choice, bool isPdf, Paper paper, FigureBuild build)
    {
        var (title, points) = choice switch
        {
            ChartChoice.Some some => (some.Title, some.Points),
            ChartChoice.OneMuscle one => (one.Muscle.Id.ToString(), one.Points),
            _ => throw new ArgumentException("There is nothing to draw.", nameof(choice)),
        };
        return Take($"{(isPdf ? "pdf" : "svg")} {paper.Id} {build.Id} {title} {NumbersOf(points)}", maker => isPdf ? maker.Pdf(choice, paper, build) : maker.Svg(choice, paper, build));
    }

    /// <summary>The drawings that become part of the page.</summary>
    internal ImmutableArray<byte[]> Screen(ChartChoice choice, FigureBuild build) => choice switch
    {
        ChartChoice.OneMuscle one => [Take($"muscle {build.Id} {one.Muscle.Id}", maker => maker.ScreenSvg(one, build))],
        ChartChoice.Some some => [Half(some, isFront: true, build), Half(some, isFront: false, build)],
        _ => [],
    };

    private byte[] Half(ChartChoice.Some some, bool isFront, FigureBuild build) => Take(
        $"{(isFront ? "front" : "back")} {build.Id} {NumbersOf(some.Points)}", maker => maker.ScreenSvg(some.Points, isFront, build, point => $"#point-{point.Number}"));

    /// <summary>One figure with a region coloured and the points that are felt there.</summary>
    /// <param name="isFront">Else the back.</param>
    internal byte[] Region(Region region, ImmutableArray<ChartPoint> points, bool isFront) => Take(
        $"region {(isFront ? "front" : "back")} {region.Id}",
        maker => maker.ScreenSvg(region, points, isFront, FigureBuild.Neutral, point => $"#point-{point.Number.ToString(CultureInfo.InvariantCulture)}"));

    private static string NumbersOf(ImmutableArray<ChartPoint> points) => string.Join(',', points.Select(point => point.Number.ToString(CultureInfo.InvariantCulture)));

    private byte[] Take(string what, Func<ChartMaker, byte[]> make)
    {
        var name = $"{texts.Current} {what}";
        var maker = atlases.MakerIn(texts);
        if (files.Count >= MostCharts && !files.ContainsKey(name))
        {
            files.Clear(); // rare, and simpler than remembering which was used last
        }

        return files.GetOrAdd(name, _ => new Lazy<byte[]>(() => make(maker))).Value;
    }
}

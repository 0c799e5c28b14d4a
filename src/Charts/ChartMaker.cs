using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;
using Unknot.Charts.Writing;

namespace Unknot.Charts;

/// <summary>
/// Makes the printed charts of an atlas. The same request gives the same bytes, today and tomorrow: the date on a chart is that of
/// the data. Immutable apart from what it keeps to be faster; safe to share between threads.
/// </summary>
public sealed class ChartMaker(AtlasData atlas, BodyAtlas body)
{
    private readonly ChartNumbers numbers = new(atlas.Muscles, body);
    private readonly Views views = new(body.Surface);

    /// <summary>The builds whose drawings this assembly has, the neutral one first.</summary>
    public static ImmutableArray<FigureBuild> Builds { get; } = [.. FigureBuild.All.Where(Views.IsDrawn)];

    /// <summary>Changes with the program that makes the charts: together with the version of the data it names a file that never changes.</summary>
    public static string Edition { get; } = typeof(ChartMaker).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>With more points than this, a chart's dots say how many points are felt somewhere instead of showing their zones.</summary>
    public static int MostWithZones => FiguresPair.MostWithZones;

    /// <summary>Every point with its number.</summary>
    public ImmutableArray<ChartPoint> Points => numbers.All;

    /// <summary>How a part of the body is named in filters and addresses.</summary>
    public static string IdOf(BodyPart part) => Words.IdOf(part);

    /// <summary>Which points a filter leaves.</summary>
    public ChartChoice Choose(ChartFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new Chooser(atlas, body, numbers).Choose(filter);
    }

    /// <param name="choice">A choice that has points.</param>
    public byte[] Svg(ChartChoice choice, Paper paper, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return SvgWriter.Write(Sheets(choice, paper, build), paper.Scale);
    }

    /// <param name="choice">A choice that has points.</param>
    public byte[] Pdf(ChartChoice choice, Paper paper, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var sheets = Sheets(choice, paper, build);
        return PdfWriter.Write(sheets, paper.Scale, sheets[0].Title, atlas.Version);
    }

    /// <summary>One person's own map.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such point.</exception>
    public byte[] Svg(MyMap map, Paper paper, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return SvgWriter.Write(Sheets(map, paper, build), paper.Scale);
    }

    /// <summary>One person's own map.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such point.</exception>
    public byte[] Pdf(MyMap map, Paper paper, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var sheets = Sheets(map, paper, build);
        return PdfWriter.Write(sheets, paper.Scale, sheets[0].Title, atlas.Version);
    }

    /// <summary>One figure of a chart for a screen: no paper around it, and each number leads to its place in a list.</summary>
    /// <param name="isFront">Else the back.</param>
    /// <param name="addressOf">Where a number leads.</param>
    public byte[] ScreenSvg(ImmutableArray<ChartPoint> points, bool isFront, FigureBuild build, Func<ChartPoint, string> addressOf) => SvgWriter.Write(
        [new FiguresPair(body, views, build).ForScreen(isFront ? ViewName.Front : ViewName.Back, points, area: null, addressOf)], 1, isFront ? "front-" : "back-");

    /// <summary>One figure with a region of both sides coloured and the points that are felt there; nothing is coloured for a region inside the body.</summary>
    /// <param name="isFront">Else the back.</param>
    /// <param name="addressOf">Where a number leads.</param>
    public byte[] ScreenSvg(Region region, ImmutableArray<ChartPoint> points, bool isFront, FigureBuild build, Func<ChartPoint, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(region);
        var area = body.WeighCells(region.AllowedSides.SelectMany(side => body.CellsOf(new SidedRegion(region.Id, side))).ToHashSet());
        return SvgWriter.Write(
            [new FiguresPair(body, views, build).ForScreen(isFront ? ViewName.Front : ViewName.Back, points, area, addressOf)], 1, isFront ? "front-" : "back-");
    }

    /// <summary>The pictures of one muscle for a screen.</summary>
    public byte[] ScreenSvg(ChartChoice.OneMuscle choice, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return SvgWriter.Write([new MusclePages(atlas, body, views, build).ForScreen(choice.Muscle, choice.Points, new PageFrame(Paper.A4, atlas.Version))], 1);
    }

    /// <summary>What lies over the flat drawing of one view: muscles, points and where they are felt.</summary>
    /// <param name="view"><c>front</c>, <c>back</c>, <c>left</c> or <c>right</c>.</param>
    /// <param name="sides">Of the body, that are shown.</param>
    public BodyOverlay Overlay(string view, ImmutableArray<Muscle> muscles, ImmutableArray<ChartPoint> points, ImmutableArray<Side> sides) =>
        new Overlays(body, views).Draw(view, muscles, points, sides);

    /// <summary>The view, of front and back, in which more of a muscle lies under the seen skin.</summary>
    public string BestView(Muscle muscle) => new Overlays(body, views).BestView(muscle);

    /// <summary>The flat drawing of one view itself, in the order it is painted, for what cannot show a file of SVG.</summary>
    /// <param name="view"><c>front</c>, <c>back</c>, <c>left</c> or <c>right</c>.</param>
    public ImmutableArray<PaintedPath> Painted(string view) => new Overlays(body, views).Painted(view);

    /// <summary>Where points are felt, in plain words.</summary>
    public string FeltAt(IReadOnlyCollection<ChartPoint> points) => new FeltPlaces(atlas, body).Of(points);

    internal ImmutableArray<Sheet> Sheets(MyMap map, Paper paper, FigureBuild build) =>
        new MapPages(atlas, body, views, build).Lay(map, new PageFrame(paper, atlas.Version));

    internal ImmutableArray<Sheet> Sheets(ChartChoice choice, Paper paper, FigureBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var frame = new PageFrame(paper, atlas.Version);
        return choice switch
        {
            ChartChoice.Some some => new ChartPages(atlas, body, views, build).Lay(new ChartSubject(some.Title, Explained(some), some.Points), frame),
            ChartChoice.OneMuscle one => new MusclePages(atlas, body, views, build).Lay(one.Muscle, one.Points, frame),
            _ => throw new ArgumentException("There is nothing to draw.", nameof(choice)),
        };
    }

    private static string Explained(ChartChoice.Some choice)
    {
        var muscles = choice.Points.Select(point => point.Muscle.Id).Distinct().Count();
        return $"{Count(choice.Points.Length, "point")} in {Count(muscles, "muscle")}. A trigger point is a tender knot in a tight band of muscle. Its pain is often felt somewhere else.";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}

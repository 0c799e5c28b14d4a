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

    /// <summary>Every point with its number.</summary>
    public ImmutableArray<ChartPoint> Points => numbers.All;

    /// <summary>Which points a filter leaves.</summary>
    public ChartChoice Choose(ChartFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new Chooser(atlas, body, numbers).Choose(filter);
    }

    internal ImmutableArray<Sheet> Sheets(ChartChoice.Some choice, Paper paper, FigureBuild build)
    {
        var frame = new PageFrame(paper, atlas.Version);
        var subject = new ChartSubject(choice.Title, Explained(choice), choice.Points);
        return [new Poster(atlas, body, views, build).Lay(subject, frame, 1)];
    }

    public byte[] Svg(ChartChoice.Some choice, Paper paper, FigureBuild build) => SvgWriter.Write(Sheets(choice, paper, build), paper.Scale);

    public byte[] Pdf(ChartChoice.Some choice, Paper paper, FigureBuild build) => PdfWriter.Write(Sheets(choice, paper, build), paper.Scale, choice.Title, atlas.Version);

    private static string Explained(ChartChoice.Some choice)
    {
        var muscles = choice.Points.Select(point => point.Muscle.Id).Distinct().Count();
        return $"{Count(choice.Points.Length, "point")} in {Count(muscles, "muscle")}. A trigger point is a tender knot in a tight band of muscle. Its pain is often felt somewhere else.";
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}

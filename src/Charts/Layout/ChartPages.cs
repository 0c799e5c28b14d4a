using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>A chart of several muscles: the poster, then each muscle with its own picture.</summary>
internal sealed class ChartPages(AtlasData atlas, BodyAtlas body, Views views, FigureBuild build)
{
    private const string Mirrored = "Drawn on the right of the body; the left mirrors it. R, L: your right and left.";

    internal ImmutableArray<Sheet> Lay(ChartSubject subject, PageFrame frame)
    {
        var (poster, from, to) = new Poster(atlas, body, views, build).Draw(subject, frame);
        var (_, top) = Head(subject, frame);
        var pages = new Tiles(atlas, body, views, build).Pages(subject.Points, frame.Width, page => page == 0 ? to - from : frame.Bottom - top);
        return
        [
            .. pages.Select((page, i) => frame.Page(
                i == 0 ? subject.Title : $"{subject.Title}, page {i + 1}",
                (i == 0 ? poster : Head(subject, frame).Marks).Concat(Block.DrawColumn(page, new Vector2(PageFrame.Left, i == 0 ? from : top))),
                i + 1,
                pages.Count)),
        ];
    }

    private static (List<Mark> Marks, float Bottom) Head(ChartSubject subject, PageFrame frame)
    {
        var (head, y) = frame.Head(subject.Title, Mirrored, 13);
        var (key, height) = HowToRead.Draw(
            new Vector2(PageFrame.Left, y + 6),
            frame.Width,
            (HowToRead.Sample.Point, "Point"),
            (HowToRead.Sample.Fibres, "The muscle"),
            (HowToRead.Sample.Essential, "Most people feel it here"),
            (HowToRead.Sample.Spillover, "Some feel it here"));
        var bottom = y + 6 + height + 3;
        var rule = new Mark.Shape(Outline.Line(new(PageFrame.Left, bottom), new(frame.Right, bottom)), null, Colours.Rule, 0.5f);
        return ([.. head, .. key, rule], bottom + 9);
    }
}

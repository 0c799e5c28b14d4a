using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>The top of a chart, or its first page: front and back with every chosen point, and a legend by part of the body.</summary>
internal sealed class Poster(AtlasData atlas, BodyAtlas body, Views views, FigureBuild build)
{
    private const float LeastFigureHeight = 400;
    private const float SafetyHeight = 34;
    private const float LegendGap = 12;

    /// <summary>Share of a page that figures take up when only a part of the body is drawn.</summary>
    private const float MostOfPage = 0.36f;

    /// <summary>Legends, the most telling first: columns, size of letters, and whether each point says where it is.</summary>
    private static readonly ImmutableArray<(int Columns, float Size, bool SaysWhere)> LegendForms =
    [
        (1, 9, true), (2, 8.5f, true), (2, 8, true), (3, 7.5f, true), (4, 6.8f, true), (3, 9.5f, false), (3, 8.7f, false), (3, 8, false), (4, 7.5f, false), (4, 7, false), (5, 6.4f, false), (6, 5.6f, false),
    ];

    /// <returns>The marks, and the height that is left for pictures of the muscles, from where to where; none when the whole body is drawn.</returns>
    internal (List<Mark> Marks, float From, float To) Draw(ChartSubject subject, PageFrame frame)
    {
        var marks = new List<Mark>();
        var (head, y) = frame.Head(subject.Title, null, 25);
        marks.AddRange(head);
        foreach (var line in TextLines.Break(subject.Explained, Typeface.Regular, 9, frame.Width))
        {
            marks.Add(new Mark.Text(new Vector2(PageFrame.Left, y += 11.5f), line, Typeface.Regular, 9, Colours.Muted));
        }

        var (key, keyHeight) = Key(subject.Points.Length, new Vector2(PageFrame.Left, y + 9), frame.Width);
        marks.AddRange(key);
        y += 9 + keyHeight + 4;
        marks.AddRange(Safety(frame));
        var pair = new FiguresPair(body, views, build);
        var (wanted, isWhole) = pair.HeightFor(subject.Points, frame.Width);
        var to = frame.Bottom - SafetyHeight;
        if (!isWhole)
        {
            var height = MathF.Min(wanted, MostOfPage * (to - y));
            marks.AddRange(pair.Draw(subject.Points, new Box(PageFrame.Left, y, frame.Width, height)));
            return (marks, y + height + LegendGap, to);
        }

        var least = MathF.Min(wanted, MathF.Max(LeastFigureHeight, 0.55f * (frame.Bottom - y)));
        var (legend, legendHeight, columns) = Legend(subject.Points, frame, to - LegendGap - y - least);
        marks.AddRange(pair.Draw(subject.Points, new Box(PageFrame.Left, y, frame.Width, to - legendHeight - LegendGap - y)));
        var width = (frame.Width - ((columns - 1) * LegendGap)) / columns;
        marks.AddRange(Block.Pour(legend, legendHeight, columns).SelectMany((column, i) =>
            Block.DrawColumn(column, new Vector2(PageFrame.Left + (i * (width + LegendGap)), to - legendHeight))));
        return (marks, to, to);
    }

    private static (List<Mark> Marks, float Height) Key(int points, Vector2 at, float width) => HowToRead.Draw(
        at,
        width,
        points > FiguresPair.MostWithZones
            ? [(HowToRead.Sample.Point, "Trigger point. It is on both sides of the body; its number stands once."), (HowToRead.Sample.Reach, "Pain: the denser the dots, the more of these points are felt there.")]
            : [(HowToRead.Sample.Point, "Trigger point, on both sides of the body; numbered once."), (HowToRead.Sample.Essential, "Most people feel it here"), (HowToRead.Sample.Spillover, "Some feel it here")]);

    private (IReadOnlyList<Block> Blocks, float Height, int Columns) Legend(ImmutableArray<ChartPoint> points, PageFrame frame, float room)
    {
        foreach (var (columns, size, saysWhere) in LegendForms)
        {
            var blocks = LegendBlocks(points, size, saysWhere, (frame.Width - ((columns - 1) * LegendGap)) / columns);
            var height = Block.LevelHeight(blocks, columns);
            if (height <= room || columns == LegendForms[^1].Columns)
            {
                return (blocks, height, columns);
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private List<Block> LegendBlocks(ImmutableArray<ChartPoint> points, float size, bool saysWhere, float width)
    {
        var blocks = new List<Block>();
        var widest = points.GroupBy(point => point.Muscle).Max(muscle => Typeface.SemiBold.Measure(Words.Range(muscle.Select(point => point.Number)), size)) + 6;
        foreach (var part in points.GroupBy(point => point.Muscle.Part))
        {
            blocks.Add(Block.Paragraph(Words.Of(part.Key, Words.In(atlas)), Typeface.SemiBold, size + 0.5f, Colours.Text, width, after: 1, staysWithNext: true));
            foreach (var muscle in part.GroupBy(point => point.Muscle))
            {
                if (!saysWhere)
                {
                    blocks.Add(Block.Paragraph(NameOf(muscle.Key), Typeface.Regular, size, Colours.Text, width, indent: widest, hanging: Words.Range(muscle.Select(point => point.Number))));
                    continue;
                }

                var indent = Typeface.SemiBold.Measure("000 ", size);
                blocks.Add(Block.Paragraph(NameOf(muscle.Key), Typeface.SemiBold, size, Colours.Muted, width, staysWithNext: true));
                blocks.AddRange(muscle.Select(point => Block.Paragraph(
                    point.Where, Typeface.Regular, size, Colours.Text, width, indent: indent, hanging: point.Number.ToString(CultureInfo.InvariantCulture))));
            }

            blocks.Add(Block.Space(5));
        }

        return blocks;
    }

    /// <summary>With an asterisk when only a therapist should press there.</summary>
    private static string NameOf(Muscle muscle) => muscle.Treatment.By == TreatedBy.Professional ? $"{muscle.Name} *" : muscle.Name;

    private IEnumerable<Mark> Safety(PageFrame frame)
    {
        var top = frame.Bottom - SafetyHeight + 14;
        var text = $"Press until it is clearly felt, never above 6 of 10, for 10 to 30 seconds. {atlas.Safety.StopRules[0]} Never press on the front of the neck, into armpit or groin, "
            + "or behind the knee; muscles with * are for a therapist. New, severe or unexplained pain, numbness, weakness or fever: see a clinician first.";
        yield return new Mark.Shape(Outline.Line(new(PageFrame.Left, top - 6), new(frame.Right, top - 6)), null, Colours.Rule, 0.5f);
        foreach (var (line, i) in TextLines.Break(text, Typeface.SemiBold, 7.2f, frame.Width).Select((line, i) => (line, i)))
        {
            yield return new Mark.Text(new Vector2(PageFrame.Left, top + 3.5f + (i * 9)), line, Typeface.SemiBold, 7.2f, Colours.Text);
        }
    }
}

using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>The chart of one muscle: large pictures, each point with its own zones, and in words how to find and release it.</summary>
internal sealed class MusclePages(AtlasData atlas, BodyAtlas body, Views views, FigureBuild build)
{
    private const int Columns = 3;
    private const float Gap = 16;
    private const float LargeHeight = 226;
    private const float SmallHeight = 118;
    private const float LargeDisc = 14;
    private const float SmallDisc = 9.5f;
    private const float Size = 8.2f;

    /// <summary>Ways of release that are printed in full; the page of the muscle has all.</summary>
    private const int MostReleases = 3;

    private readonly Pictures pictures = new(body, views, build);
    private readonly FeltPlaces felt = new(atlas, body);

    internal ImmutableArray<Sheet> Lay(Muscle muscle, ImmutableArray<ChartPoint> points, PageFrame frame)
    {
        var first = new List<Mark>();
        var (head, y) = frame.Head(muscle.Name, muscle.Latin, 25);
        first.AddRange(head);
        foreach (var line in TextLines.Break(felt.Of(points), Typeface.Regular, 10, frame.Width))
        {
            first.Add(new Mark.Text(new Vector2(PageFrame.Left, y += 12.5f), line, Typeface.Regular, 10, Colours.Text));
        }

        var (key, keyHeight) = HowToRead.Draw(
            new Vector2(PageFrame.Left, y + 9),
            frame.Width,
            (HowToRead.Sample.Point, "Point, numbered as on the full chart"),
            (HowToRead.Sample.Fibres, "The muscle"),
            (HowToRead.Sample.Essential, "Most people feel it here"),
            (HowToRead.Sample.Spillover, "Some feel it here"));
        first.AddRange(key);
        y += 9 + keyHeight + 4;
        y = DrawLarge(first, muscle, points, y, frame);
        y = points.Length > 1 ? DrawSmall(first, points, y + 8, frame) : y;

        var width = (frame.Width - ((Columns - 1) * Gap)) / Columns;
        var (again, top) = frame.Head(muscle.Name, muscle.Latin, 13);
        var columns = Block.Pour(Text(muscle, points, width), column => column < Columns ? frame.Bottom - y - 12 : frame.Bottom - top - 12);
        var pages = columns.Chunk(Columns).ToList();
        return
        [
            .. pages.Select((page, i) => frame.Page(
                i == 0 ? $"{muscle.Name}: trigger points" : $"{muscle.Name}, page {i + 1}",
                ((IEnumerable<Mark>)(i == 0 ? first : [.. again])).Concat(page.SelectMany((column, at) =>
                    Block.DrawColumn(column, new Vector2(PageFrame.Left + (at * (width + Gap)), (i == 0 ? y : top) + 12)))),
                i + 1,
                pages.Count)),
        ];
    }

    /// <summary>The large pictures alone, for a screen.</summary>
    internal Sheet ForScreen(Muscle muscle, ImmutableArray<ChartPoint> points, PageFrame frame)
    {
        var marks = new List<Mark>();
        DrawLarge(marks, muscle, points, 0, frame);
        return new Sheet(new Vector2(frame.Size.X, LargeHeight), $"{muscle.Name} with its points and where they are felt", [.. marks]);
    }

    private float DrawLarge(List<Mark> marks, Muscle muscle, ImmutableArray<ChartPoint> points, float y, PageFrame frame)
    {
        var weights = pictures.WeightsOf(points);
        var shots = pictures.Choose(points, weights, least: 2, most: 3);
        var each = (frame.Width - ((shots.Length - 1) * 6)) / shots.Length;
        marks.AddRange(shots.SelectMany((_, i) =>
            pictures.Draw(shots, i, new Box(PageFrame.Left + (i * (each + 6)), y, each, LargeHeight), points, weights, muscle, LargeDisc)));
        return y + LargeHeight;
    }

    /// <summary>One picture a point, side by side, in as many rows as it takes.</summary>
    private float DrawSmall(List<Mark> marks, ImmutableArray<ChartPoint> points, float y, PageFrame frame)
    {
        var inRow = points.Length <= 5 ? points.Length : (points.Length + 1) / 2;
        var width = (frame.Width - ((inRow - 1) * 6)) / inRow;
        foreach (var row in points.Chunk(inRow))
        {
            var titles = row.Select(point => Tiles.Numbered(point, width, 7.6f)).ToList();
            var titleHeight = titles.Max(title => title.Height) + 2;
            for (var i = 0; i < row.Length; i++)
            {
                ImmutableArray<ChartPoint> alone = [row[i]];
                var weights = pictures.WeightsOf(alone);
                var shots = pictures.Choose(alone, weights, least: 1, most: width > 160 ? 2 : 1);
                var left = PageFrame.Left + (i * (width + 6));
                var each = (width - ((shots.Length - 1) * 3)) / shots.Length;
                marks.AddRange(titles[i].DrawAt(new Vector2(left, y)));
                marks.AddRange(shots.SelectMany((_, at) =>
                    pictures.Draw(shots, at, new Box(left + (at * (each + 3)), y + titleHeight, each, SmallHeight), alone, weights, null, SmallDisc)));
            }

            y += titleHeight + SmallHeight + 6;
        }

        return y - 6;
    }

    private List<Block> Text(Muscle muscle, ImmutableArray<ChartPoint> points, float width)
    {
        var blocks = new List<Block>();
        void Heading(string text)
        {
            blocks.Add(Block.Space(7));
            blocks.Add(Block.Paragraph(text, Typeface.SemiBold, 11, Colours.Text, width, after: 2.5f, staysWithNext: true));
        }

        void Plain(string text, float after = 3) => blocks.Add(Block.Paragraph(text, Typeface.Regular, Size, Colours.Text, width, after));
        void Listed(IEnumerable<string> texts, Func<int, string> sign)
        {
            foreach (var (text, i) in texts.Select((text, i) => (text, i)))
            {
                blocks.Add(Block.Paragraph(text, Typeface.Regular, Size, Colours.Text, width, after: 1.5f, indent: 10, hanging: sign(i)));
            }
        }

        Heading(points.Length == 1 ? "Find it" : "Find them");
        foreach (var point in points)
        {
            blocks.Add(Tiles.Numbered(point, width, Size) with { StaysWithNext = true });
            Plain($"{point.Point.Find.Position} {point.Point.Find.Landmarks} {point.Point.Find.Feels} {point.Point.Find.Press}", 5);
        }

        Heading(muscle.Treatment.By == TreatedBy.Professional ? "What helps" : "Release");
        if (muscle.Treatment.Who is { } who)
        {
            Plain(who);
        }

        foreach (var release in muscle.Releases.Take(MostReleases))
        {
            var technique = atlas.Technique(release.Technique);
            var reaches = release.Points.IsEmpty ? "" : $" ({(release.Points.Length == 1 ? "point" : "points")} {Words.Range(points.Where(point => release.Points.Contains(point.Point.Id)).Select(point => point.Number))})";
            blocks.Add(Block.Paragraph($"{technique.Name}{reaches}", Typeface.SemiBold, Size + 0.6f, Colours.Point, width, after: 1, staysWithNext: true));
            Plain(release.Posture, 2);
            Listed(release.Steps, i => Words.Number(i + 1));
            var dose = release.Dose ?? technique.Dose;
            Plain($"Direction: {release.Direction.TrimEnd('.')}. Hold {dose.MinSeconds} to {dose.MaxSeconds} seconds, up to {dose.Repeats} times, never above {dose.MaxDiscomfort} of 10.", 5);
        }

        Heading("Afterwards");
        Plain(muscle.Stretch);
        Heading("Keep away");
        Listed(muscle.Avoid, _ => "×");
        Heading("Stop");
        Listed(atlas.Safety.StopRules, _ => "×");
        Heading("How sure is this?");
        Plain($"Anatomy, symptoms and causes: {Words.Of(muscle.Evidence.Grade)}. "
            + string.Join(' ', points.GroupBy(point => point.Point.Evidence.Grade).Select(group => $"Place and zones of {Words.Range(group.Select(point => point.Number))}: {Words.Of(group.Key)}.")));
        return blocks;
    }
}

using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Body.Seen;
using Unknot.Charts.Art;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;
using Unknot.Charts.Stippling;

namespace Unknot.Charts.Layout;

/// <summary>"My map": the person's own points on front and back, in the order of release, with how long, how, and when to stop.</summary>
internal sealed class MapPages(AtlasData atlas, BodyAtlas body, Views views, FigureBuild build)
{
    private const string Title = "My trigger points";
    private const int Columns = 2;
    private const float Gap = 20;
    private const float CodeSize = 78;
    private const float FigureHeight = 300;
    private const float Disc = 15;
    private const float Size = 8.6f;
    private const float TickBox = 7.5f;

    /// <summary>How much of the body is drawn around points and pain, in millimetres, and how much of it at least.</summary>
    private const float Around = 60;
    private const float LeastHeight = 620;

    internal ImmutableArray<Sheet> Lay(MyMap map, PageFrame frame)
    {
        var first = new List<Mark>();
        var y = DrawHead(first, map, frame);
        DrawFigures(first, map, new Box(PageFrame.Left, y, frame.Width, FigureHeight));
        y += FigureHeight + 12;
        var width = (frame.Width - ((Columns - 1) * Gap)) / Columns;
        List<Block> blocks = [.. map.Points.Select((point, i) => Entry(point, i + 1, width)), Stop(width), Afterwards(width)];
        var (again, top) = frame.Head(Title, null, 13);
        var columns = Block.Pour(blocks, column => column < Columns ? frame.Bottom - y : frame.Bottom - top - 12);
        var pages = columns.Chunk(Columns).ToList();
        return
        [
            .. pages.Select((page, i) => frame.Page(
                i == 0 ? Title : $"{Title}, page {i + 1}",
                ((IEnumerable<Mark>)(i == 0 ? first : [.. again])).Concat(page.SelectMany((column, at) =>
                    Block.DrawColumn(column, new Vector2(PageFrame.Left + (at * (width + Gap)), i == 0 ? y : top + 12)))),
                i + 1,
                pages.Count)),
        ];
    }

    private static float DrawHead(List<Mark> marks, MyMap map, PageFrame frame)
    {
        var room = map.Address is null ? 0 : CodeSize + 10;
        var (head, y) = frame.Head(Title, null, 25, room);
        marks.AddRange(head);
        foreach (var line in TextLines.Break("Release them in this order, number 1 first. Press until it is clearly felt, never above 6 of 10, and breathe on.", Typeface.Regular, 10, frame.Width - room))
        {
            marks.Add(new Mark.Text(new Vector2(PageFrame.Left, y += 13), line, Typeface.Regular, 10, Colours.Text));
        }

        y += 22;
        marks.Add(new Mark.Text(new Vector2(PageFrame.Left, y), "Date", Typeface.Regular, 9, Colours.Muted));
        marks.Add(new Mark.Shape(Outline.Line(new(PageFrame.Left + 24, y + 2), new(PageFrame.Left + 150, y + 2)), null, Colours.Muted, 0.5f));
        if (map.PainfulCells.Length + map.PainfulRegions.Length > 0)
        {
            marks.AddRange(HowToRead.Draw(new Vector2(PageFrame.Left + 170, y - 7), 200, (HowToRead.Sample.Essential, "Where you marked pain")).Marks);
        }

        if (map.Address is { } address)
        {
            var code = new Box(frame.Right - CodeSize, PageFrame.Margin - 8, CodeSize, CodeSize);
            marks.Add(QrCode.Draw(address, code));
            marks.Add(new Mark.Text(new Vector2(code.Left - 4, code.Bottom - 14), "Guided release with timer:", Typeface.Regular, 7, Colours.Muted, Mark.Alignment.End));
            marks.Add(new Mark.Text(new Vector2(code.Left - 4, code.Bottom - 5), $"{address.Authority}{address.AbsolutePath}", Typeface.SemiBold, 7, Colours.Text, Mark.Alignment.End));
            y = MathF.Max(y, code.Bottom);
        }

        return y + 10;
    }

    private void DrawFigures(List<Mark> marks, MyMap map, Box box)
    {
        var pain = PainOf(map);
        var both = new[] { views.Of(build, ViewName.Front), views.Of(build, ViewName.Back) };
        var (low, high) = Matter(map, pain, both);
        var each = (box.Width - 8) / 2;
        for (var i = 0; i < both.Length; i++)
        {
            var view = both[i];
            var panel = new Box(box.Left + (i * (each + 8)), box.Top, each, box.Height);
            var scale = MathF.Min(panel.Height / (high - low), panel.Width / view.Art.Bounds.Width * 1.9f);
            var placing = new Placing(scale, panel.Middle - (new Vector2(view.Art.Bounds.Middle.X, (low + high) / 2) * scale), panel);
            marks.Add(new Mark.Shape(Outline.Of(panel, 5), Colours.Panel));
            marks.Add(new Mark.Figure(view.Art, placing.Scale, placing.At, panel));
            marks.AddRange(Stipple.Zones(view, placing, pain));
            var isFront = view.Name == ViewName.Front;
            marks.Add(new Mark.Text(new Vector2(panel.Left + 8, panel.Bottom - 7), isFront ? "your right" : "your left", Typeface.Italic, 8.5f, Colours.Muted));
            marks.Add(new Mark.Text(new Vector2(panel.Right - 8, panel.Bottom - 7), isFront ? "your left" : "your right", Typeface.Italic, 8.5f, Colours.Muted, Mark.Alignment.End));
            marks.Add(new Mark.Text(new Vector2(panel.Left + 8, panel.Top + 12), isFront ? "Front" : "Back", Typeface.SemiBold, 8.5f, Colours.Text));
            DrawPoints(marks, map, view, both, placing);
        }
    }

    private void DrawPoints(List<Mark> marks, MyMap map, View view, View[] both, Placing placing)
    {
        var mine = map.Points.Select((point, i) => (Number: i + 1, Place: body.PlaceOf(point.Point))).Where(point => ViewOf(point.Place, both) == view).ToList();
        var exact = mine.ConvertAll(point => placing.ToSheet(view.Skin.Project(point.Place.OnSkin)));
        var places = DotSpreading.Apart(exact, Disc + 2);
        for (var i = 0; i < mine.Count; i++)
        {
            if (Vector2.Distance(places[i], exact[i]) > Disc / 4)
            {
                marks.Add(new Mark.Shape(Outline.Line(places[i], exact[i]), null, Colours.Point, 0.8f));
                marks.Add(new Mark.Shape(Outline.Circle(exact[i], 1.6f), Colours.Point));
            }
        }

        marks.AddRange(mine.SelectMany((point, i) => Markers.Disc(places[i], point.Number, Disc)));
    }

    private static View ViewOf(PlacedPoint place, View[] both)
    {
        float Score(View view) => view.Skin.Facing(place.OnSkin, place.Normal) + (view.Skin.Shows(place.OnSkin, 12) ? 1 : 0);
        return Score(both[0]) >= Score(both[1]) ? both[0] : both[1];
    }

    private SkinWeights PainOf(MyMap map) =>
        body.WeighCells(map.PainfulCells.Concat(map.PainfulRegions.SelectMany(region => body.CellsOf(region))).ToHashSet());

    /// <summary>From which height to which of the picture something is marked, the same for both figures.</summary>
    private (float Low, float High) Matter(MyMap map, SkinWeights pain, View[] both)
    {
        var bounds = both[0].Art.Bounds;
        var heights = map.Points.Select(point => both[0].Skin.Project(body.PlaceOf(point.Point).OnSkin).Y).ToList();
        foreach (var zone in both.Select(view => view.Skin.Extent(pain)).Where(zone => zone.EssentialArea > 0))
        {
            heights.AddRange([zone.Low.Y, zone.High.Y]);
        }

        var (low, high) = (heights.Min() - Around, heights.Max() + Around);
        var missing = MathF.Max(0, LeastHeight - (high - low)) / 2;
        (low, high) = (low - missing, high + missing);
        var shift = MathF.Max(0, bounds.Top - 15 - low) - MathF.Max(0, high - bounds.Bottom - 15);
        return (MathF.Max(bounds.Top - 15, low + shift), MathF.Min(bounds.Bottom + 15, high + shift));
    }

    private Block Entry(MapPoint mapped, int number, float width)
    {
        var (muscle, point) = atlas.Point(mapped.Point.Point);
        var release = muscle.Releases.FirstOrDefault(way => way.Technique == mapped.Technique)
            ?? muscle.Releases.FirstOrDefault(way => way.Points.IsEmpty || way.Points.Contains(point.Id))
            ?? muscle.Releases[0];
        var technique = atlas.Technique(release.Technique);
        var inner = width - Disc - 7;
        var text = Block.Together(
            Block.Paragraph($"{muscle.Name}, {mapped.Point.Side.ToWord()}", Typeface.SemiBold, 11, Colours.Text, inner),
            Block.Paragraph(point.Where, Typeface.Regular, Size, Colours.Muted, inner, after: 2),
            Block.Paragraph(point.Find.Landmarks, Typeface.Regular, Size, Colours.Text, inner, after: 2),
            Block.Paragraph($"{technique.Name}: {release.Cue}", Typeface.Regular, Size, Colours.Text, inner, after: 3),
            Ticks(mapped.Seconds, technique.Dose.Repeats));
        return new Block(text.Height + 9, at => text.DrawAt(at + new Vector2(Disc + 7, 0)).Concat(Markers.Disc(at + new Vector2(Disc / 2, (Disc / 2) + 0.5f), number, Disc)));
    }

    /// <summary>How long, with a box to tick for each time.</summary>
    private static Block Ticks(int seconds, int repeats) => new(12, at =>
    {
        var words = new Mark.Text(at + new Vector2(0, 8), $"Hold {seconds} seconds", Typeface.SemiBold, 9, Colours.Point);
        return Enumerable.Range(0, repeats)
            .Select(i => (Mark)new Mark.Shape(Outline.Of(new Box(at.X + words.Width + 7 + (i * (TickBox + 4)), at.Y + 1, TickBox, TickBox), 1.2f), null, Colours.Muted, 0.6f))
            .Prepend(words);
    });

    private Block Stop(float width) => Block.Together(
    [
        Block.Paragraph("When to stop", Typeface.SemiBold, 11, Colours.Text, width, after: 2),
        .. atlas.Safety.StopRules.Select(rule => Block.Paragraph(rule, Typeface.Regular, Size, Colours.Text, width, after: 1.5f, indent: 10, hanging: "×")),
        Block.Paragraph("", Typeface.Regular, 4, Colours.Text, width),
    ]);

    private static Block Afterwards(float width)
    {
        const float Line = 17;
        var title = Block.Paragraph("How was it afterwards?", Typeface.SemiBold, 11, Colours.Text, width, after: 2);
        return new Block(title.Height + (3 * Line), at => title.DrawAt(at).Concat(Enumerable.Range(1, 3).Select(i =>
            (Mark)new Mark.Shape(Outline.Line(at + new Vector2(0, title.Height + (i * Line) - 3), at + new Vector2(width, title.Height + (i * Line) - 3)), null, Colours.Rule, 0.5f))));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Body.Seen;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;
using Unknot.Charts.Stippling;

namespace Unknot.Charts.Layout;

/// <summary>Front and back beside one another, with a dot for each point on both sides of the body and its number in a column beside the figure.</summary>
internal sealed class FiguresPair(BodyAtlas body, Views views, FigureBuild build)
{
    /// <summary>With more points than this, zones would cover everything: the dots then say how many points are felt there.</summary>
    internal const int MostWithZones = 12;

    private const float Caption = 15;
    private const float Foot = 4;
    private const float ColumnWidth = 17;

    /// <summary>Millimetres drawn around what matters, and to each side of the midline at least.</summary>
    private const float Around = 45;
    private const float LeastReach = 200;

    /// <summary>When points and zones take up more of the body's height than this, all of it is drawn.</summary>
    private const float MostOfBody = 0.7f;

    /// <summary>Above this many points the dots are smaller.</summary>
    private const int Many = 120;

    internal List<Mark> Draw(ImmutableArray<ChartPoint> points, Box box)
    {
        var marks = new List<Mark>();
        var half = box with { Width = box.Width / 2 };
        marks.AddRange(DrawOne(ViewName.Front, points, null, half, null));
        marks.AddRange(DrawOne(ViewName.Back, points, null, half with { Left = box.Left + half.Width }, null));
        return marks;
    }

    /// <summary>The part of the picture that matters, the same in front and back: all of it, or with few points the part they and their zones lie in.</summary>
    private Box Matter(ImmutableArray<ChartPoint> points, SkinWeights weights)
    {
        var (low, high, reach) = (float.MaxValue, float.MinValue, LeastReach);
        var whole = views.Of(build, ViewName.Front).Art.Bounds;
        foreach (var view in (ReadOnlySpan<View>)[views.Of(build, ViewName.Front), views.Of(build, ViewName.Back)])
        {
            void Include(Vector2 place) => (low, high, reach) =
                (MathF.Min(low, place.Y), MathF.Max(high, place.Y), MathF.Max(reach, MathF.Abs(place.X - view.Art.Bounds.Middle.X)));

            foreach (var point in points.Where(point => ViewOf(point) == view.Name))
            {
                Include(view.Skin.Project(body.PlaceOf(new SidedPoint(point.Point.Id, Side.Left)).OnSkin));
            }

            var zone = view.Skin.Extent(weights);
            if (zone.EssentialArea + zone.SpilloverArea > 0)
            {
                Include(zone.FarLow);
                Include(zone.FarHigh);
            }
        }

        (low, high) = (MathF.Max(whole.Top, low - Around), MathF.Min(whole.Bottom, high + Around));
        return high - low > MostOfBody * whole.Height
            ? whole
            : new Box(whole.Middle.X - reach - Around, low, 2 * (reach + Around), high - low);
    }

    /// <summary>The height at which the figures fill a width, and whether they show the whole body or the part that matters.</summary>
    internal (float Height, bool IsWhole) HeightFor(ImmutableArray<ChartPoint> points, float width) => HeightFor(points, WeightsOf(points), width);

    private (float Height, bool IsWhole) HeightFor(ImmutableArray<ChartPoint> points, SkinWeights weights, float width)
    {
        var matter = Matter(points, weights);
        return ((((width / 2) - (2 * ColumnWidth)) * matter.Height / matter.Width) + Caption + Foot, matter == views.Of(build, ViewName.Front).Art.Bounds);
    }

    /// <summary>One figure as a sheet of its own, as narrow as a telephone.</summary>
    /// <param name="area">What is coloured; <c>null</c> = where the points are felt.</param>
    internal Sheet ForScreen(ViewName name, ImmutableArray<ChartPoint> points, SkinWeights? area, Func<ChartPoint, string> addressOf)
    {
        const float Width = 300;
        var height = MathF.Min(HeightFor(points, area ?? WeightsOf(points), 2 * Width).Height, 560);
        return new Sheet(
            new Vector2(Width, height + 6),
            name == ViewName.Front ? "Front of the body with numbered points" : "Back of the body with numbered points",
            [.. DrawOne(name, points, area, new Box(0, 3, Width, height), addressOf)]);
    }

    /// <param name="area">What is coloured; <c>null</c> = where the points are felt.</param>
    /// <param name="addressOf">Where a number leads on a screen; <c>null</c> on paper.</param>
    internal List<Mark> DrawOne(ViewName name, ImmutableArray<ChartPoint> points, SkinWeights? area, Box box, Func<ChartPoint, string>? addressOf)
    {
        var view = views.Of(build, name);
        var weights = area ?? WeightsOf(points);
        var seen = points.Where(point => ViewOf(point) == name).ToImmutableArray();
        var size = points.Length > Many ? 5.4f : 7;
        var pitch = size * 1.2f;

        // Every second label stands farther out when one line of them is not enough.
        var labelHeight = box.Height - Caption - Foot - 4;
        var stagger = (seen.Length + 1) / 2 * pitch > labelHeight ? Typeface.SemiBold.Measure("000", size) + 3 : 0;
        var placing = Fit(Matter(points, weights), box, ColumnWidth + stagger);
        var marks = new List<Mark> { new Mark.Figure(view.Art, placing.Scale, placing.At, placing.Window) };
        marks.AddRange(area is null && points.Length > MostWithZones ? Stipple.Reach(view, placing, weights) : Stipple.Zones(view, placing, weights));
        marks.AddRange(Captions(view, box));

        var diameter = points.Length > Many ? 3 : 4f;
        var dots = DotSpreading.Apart([.. seen.SelectMany(point => point.Muscle.Sides.Select(side => At(view, placing, point, side)))], diameter + 1.1f);
        var next = 0;
        var items = seen.Select(point =>
        {
            var (a, b) = (dots[next], dots[next + point.Muscle.Sides.Length - 1]);
            next += point.Muscle.Sides.Length;
            return new LabelColumns.Item(point.Number, a.X <= b.X ? a : b, a.X <= b.X ? b : a);
        });
        var column = ColumnWidth + stagger - 4;
        var labels = LabelColumns.Place(items, new Box(box.Left + column, box.Top + Caption + 4, box.Width - (2 * column), labelHeight), stagger > 0 ? pitch / 2 : pitch, stagger);
        marks.AddRange(labels.Select(label => (Mark)new Mark.Shape(LeaderOf(label), null, Colours.Point.Faded(0.6f), 0.35f)));
        marks.AddRange(dots.SelectMany(dot => Markers.Dot(dot, diameter)));
        foreach (var label in labels)
        {
            var text = new Mark.Text(
                label.At + new Vector2(0, size * 0.34f), label.Number.ToString(CultureInfo.InvariantCulture), Typeface.SemiBold, size, Colours.Text,
                label.IsLeft ? Mark.Alignment.End : Mark.Alignment.Start);
            marks.Add(addressOf is null ? text : new Mark.Link(addressOf(seen.First(point => point.Number == label.Number)), [text]));
        }

        return marks;
    }

    private SkinWeights WeightsOf(ImmutableArray<ChartPoint> points) =>
        body.WeighSkin(points.Select(point => (point.Point, (IReadOnlyCollection<Side>)point.Muscle.Sides)));

    /// <summary>Front or back, where the point faces the viewer more squarely and nothing is before it.</summary>
    private ViewName ViewOf(ChartPoint point)
    {
        var place = body.PlaceOf(new SidedPoint(point.Point.Id, Side.Left));
        float Score(ViewName name)
        {
            var skin = views.Of(build, name).Skin;
            return skin.Facing(place.OnSkin, place.Normal) + (skin.Shows(place.OnSkin, 12) ? 1 : 0);
        }

        return Score(ViewName.Front) >= Score(ViewName.Back) ? ViewName.Front : ViewName.Back;
    }

    private Vector2 At(View view, Placing placing, ChartPoint point, Side side) =>
        placing.ToSheet(view.Skin.Project(body.PlaceOf(new SidedPoint(point.Point.Id, side)).OnSkin));

    private static Placing Fit(Box matter, Box box, float columnWidth)
    {
        var room = new Box(box.Left + columnWidth, box.Top + Caption, box.Width - (2 * columnWidth), box.Height - Caption - Foot);
        var scale = MathF.Min(room.Width / matter.Width, room.Height / matter.Height);
        var height = MathF.Min(room.Height, matter.Height * scale);
        return new Placing(
            scale,
            new Vector2(room.Middle.X - (matter.Middle.X * scale), room.Middle.Y - (matter.Middle.Y * scale)),
            new Box(room.Left - 3, room.Middle.Y - (height / 2) - 1, room.Width + 6, height + 2));
    }

    private static Outline LeaderOf(LabelColumns.Label label)
    {
        var step = new Vector2(label.IsLeft ? 1.5f : -1.5f, 0);
        return Outline.Line(label.At + step, label.Bend, label.Dot);
    }

    /// <summary>The view's name, and whose left and right it is, above the figure.</summary>
    private static IEnumerable<Mark> Captions(View view, Box box)
    {
        Mark Word(float share, string words, Typeface face, Ink ink) =>
            new Mark.Text(new Vector2(box.Left + (share * box.Width), box.Top + 7), words, face, 8.5f, ink, Mark.Alignment.Middle);

        var isFront = view.Name == ViewName.Front;
        yield return Word(0.5f, isFront ? "Front" : "Back", Typeface.SemiBold, Colours.Text);
        yield return Word(0.2f, isFront ? "your right" : "your left", Typeface.Italic, Colours.Muted);
        yield return Word(0.8f, isFront ? "your left" : "your right", Typeface.Italic, Colours.Muted);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
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
    internal const int MostWithZones = 9;

    private const float Caption = 13;
    private const float ColumnWidth = 20;

    /// <summary>Above this many points the dots are smaller.</summary>
    private const int Many = 120;

    internal List<Mark> Draw(ImmutableArray<ChartPoint> points, Box box)
    {
        var marks = new List<Mark>();
        var half = box with { Width = box.Width / 2 };
        marks.AddRange(DrawOne(ViewName.Front, points, half, null));
        marks.AddRange(DrawOne(ViewName.Back, points, half with { Left = box.Left + half.Width }, null));
        return marks;
    }

    /// <param name="addressOf">Where a number leads on a screen; <c>null</c> on paper.</param>
    internal List<Mark> DrawOne(ViewName name, ImmutableArray<ChartPoint> points, Box box, Func<ChartPoint, string>? addressOf)
    {
        var view = views.Of(build, name);
        var placing = Fit(view, box);
        var marks = new List<Mark> { new Mark.Figure(view.Art, placing.Scale, placing.At, placing.Window) };
        var weights = body.WeighSkin(points.Select(point => (point.Point, (IReadOnlyCollection<Side>)[Side.Left, Side.Right])));
        marks.AddRange(points.Length > MostWithZones ? Stipple.Reach(view, placing, weights) : Stipple.Zones(view, placing, weights));
        marks.AddRange(SideWords(view, placing));
        marks.Add(new Mark.Text(new Vector2(box.Middle.X, box.Top + 7), name == ViewName.Front ? "Front" : "Back", Typeface.SemiBold, 9, Colours.Muted, Mark.Alignment.Middle));

        var seen = points.Where(point => ViewOf(point) == name).ToImmutableArray();
        var diameter = points.Length > Many ? 3 : 4f;
        var dots = DotSpreading.Apart([.. seen.SelectMany(point => (Vector2[])[At(view, placing, point, Side.Left), At(view, placing, point, Side.Right)])], diameter + 1.1f);
        var items = seen.Select((point, i) =>
        {
            var (a, b) = (dots[2 * i], dots[(2 * i) + 1]);
            return new LabelColumns.Item(point.Number, a.X <= b.X ? a : b, a.X <= b.X ? b : a);
        });
        var size = points.Length > Many ? 5.4f : 7;
        var labels = LabelColumns.Place(items, box.Left + ColumnWidth - 4, box.Right - ColumnWidth + 4, box.Top + Caption + 4, box.Bottom - 3, size * 1.2f);
        marks.AddRange(labels.Select(label => (Mark)new Mark.Shape(Leader(label), null, Colours.Point.Faded(0.6f), 0.35f)));
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

    private static Placing Fit(View view, Box box)
    {
        var bounds = view.Art.Bounds;
        var room = new Box(box.Left + ColumnWidth, box.Top + Caption, box.Width - (2 * ColumnWidth), box.Height - Caption - 3);
        var scale = MathF.Min(room.Width / bounds.Width, room.Height / bounds.Height);
        return new Placing(scale, room.Middle - (bounds.Middle * scale), box);
    }

    private static Outline Leader(LabelColumns.Label label)
    {
        var step = new Vector2(label.IsLeft ? 1.5f : -1.5f, 0);
        return Outline.Line(label.At + step, label.At + (2.5f * step), label.Dot);
    }

    /// <summary>Whose left and right it is, beside the lower legs.</summary>
    private static IEnumerable<Mark> SideWords(View view, Placing placing)
    {
        var bounds = view.Art.Bounds;
        Mark Word(float side, string words) => new Mark.Text(
            placing.ToSheet(new Vector2(bounds.Middle.X + (side * 0.32f * bounds.Width), bounds.Top + (0.86f * bounds.Height))),
            words, Typeface.Italic, 8, Colours.Muted, Mark.Alignment.Middle);

        return view.Name == ViewName.Front ? [Word(-1, "your right"), Word(1, "your left")] : [Word(-1, "your left"), Word(1, "your right")];
    }
}

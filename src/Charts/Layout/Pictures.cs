using System.Collections.Immutable;
using System.Diagnostics;
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

/// <summary>
/// Pictures of one muscle: cut out of the views that show its points and zones best, with fibres, stipple and numbers. Drawn on the
/// person's right; the left is its mirror image.
/// </summary>
internal sealed class Pictures(BodyAtlas body, Views views, FigureBuild build)
{
    private const Side Shown = Side.Right;

    /// <summary>Worth of showing all points, beside that of showing all of the essential zones.</summary>
    private const float WorthOfPoints = 0.8f;
    private const float WorthOfSpillover = 0.3f;

    /// <summary>A further view is drawn when it shows at least this much that the others do not.</summary>
    private const float LeastGain = 0.3f;

    /// <summary>A point at the edge of the figure, that looks past the viewer more than this, is not well shown.</summary>
    private const float LeastFacing = 0.5f;

    /// <summary>Millimetres around what a picture shows, and of body in it at least.</summary>
    private const float Around = 28;
    private const float LeastExtent = 230;

    /// <summary>Fibres deeper under the seen skin than this belong to the other side of the body, in millimetres.</summary>
    private const float DeepestFibre = 70;

    /// <summary>Numbers at the edge of a picture are pushed apart and back inside so many times.</summary>
    private const int RoundsInside = 6;

    private static readonly ImmutableArray<ViewName> Candidates = [ViewName.Back, ViewName.Front, ViewName.Right, ViewName.Left];

    /// <summary>A view and the part of its picture that matters.</summary>
    internal sealed record Shot(View View, Box Matter);

    internal SkinWeights WeightsOf(IEnumerable<ChartPoint> points) => body.WeighSkin(points.Select(point => (point.Point, (IReadOnlyCollection<Side>)[Shown])));

    /// <summary>The views that together show points and zones, the most telling first.</summary>
    /// <param name="least">So many views at least, even if they add little.</param>
    /// <param name="most">1 or more.</param>
    internal ImmutableArray<Shot> Choose(ImmutableArray<ChartPoint> points, SkinWeights weights, int least, int most)
    {
        var all = Candidates.Select(name => views.Of(build, name)).ToList();
        var largest = MathF.Max(1, all.Max(view => view.Skin.Extent(weights).EssentialArea));
        var largestSpillover = MathF.Max(1, all.Max(view => view.Skin.Extent(weights).SpilloverArea));
        var shots = ImmutableArray.CreateBuilder<Shot>();
        var open = points.ToList();
        while (shots.Count < most)
        {
            var shown = shots.Select(shot => shot.View.Skin).ToArray();
            float Gain(View view)
            {
                var zone = view.Skin.Extent(weights, shown);
                return (zone.EssentialArea / largest) + (WorthOfSpillover * zone.SpilloverArea / largestSpillover)
                    + (WorthOfPoints * open.Where(point => IsSeen(view, point)).Sum(point => FacingOf(view, point)) / points.Length);
            }

            var best = all.Where(view => shots.All(shot => shot.View != view)).MaxBy(Gain);
            if (best is null || (shots.Count >= least && Gain(best) < LeastGain && !open.Exists(point => IsSeen(best, point))))
            {
                break;
            }

            shots.Add(new Shot(best, MatterOf(best, points, weights)));
            open.RemoveAll(point => IsSeen(best, point));
        }

        return shots.ToImmutable();
    }

    /// <summary>One of some pictures, filling its box.</summary>
    /// <param name="shots">All that are drawn beside one another: a point that none of them sees is marked on the first.</param>
    /// <param name="muscle">Whose fibres are drawn; <c>null</c> for none.</param>
    /// <param name="disc">Diameter of the numbers' discs, in points.</param>
    internal List<Mark> Draw(ImmutableArray<Shot> shots, int which, Box box, ImmutableArray<ChartPoint> points, SkinWeights weights, Muscle? muscle, float disc)
    {
        var shot = shots[which];
        var placing = Fit(shot, box);
        var marks = new List<Mark>
        {
            new Mark.Shape(Outline.Of(box, 4), Colours.Panel),
            new Mark.Figure(shot.View.Art, placing.Scale, placing.At, placing.Window),
        };
        marks.AddRange(muscle is null ? [] : Fibres(muscle.Id, shot.View, placing));
        marks.AddRange(Stipple.Zones(shot.View, placing, weights));
        var discs = Discs([.. points.Where(point => IsSeen(shot.View, point) || (which == 0 && !shots.Any(other => IsSeen(other.View, point))))], shot.View, placing, disc).ToList();
        marks.AddRange(Caption(shot.View.Name, box, [.. discs.OfType<Mark.Text>().Select(number => Box.Around(number.Extent.Middle, disc / 2))]));
        marks.AddRange(discs);
        return marks;
    }

    private bool IsSeen(View view, ChartPoint point) => FacingOf(view, point) > LeastFacing && view.Skin.Shows(PlaceOf(point).OnSkin, 12);

    private float FacingOf(View view, ChartPoint point)
    {
        var place = PlaceOf(point);
        return view.Skin.Facing(place.OnSkin, place.Normal);
    }

    private PlacedPoint PlaceOf(ChartPoint point) => body.PlaceOf(new SidedPoint(point.Point.Id, Shown));

    private Box MatterOf(View view, ImmutableArray<ChartPoint> points, SkinWeights weights)
    {
        Box? matter = null;
        void Include(Box box) => matter = matter is { } known ? known.Including(box) : box;
        foreach (var point in points.Where(point => IsSeen(view, point)))
        {
            Include(Box.Around(view.Skin.Project(PlaceOf(point).OnSkin), 15));
        }

        var zone = view.Skin.Extent(weights);
        if (zone.EssentialArea > 0)
        {
            Include(Box.Between(zone.Low, zone.High));
        }

        if (zone.EssentialArea + zone.SpilloverArea > 0)
        {
            Include(Box.Between(zone.FarLow, zone.FarHigh));
        }

        return matter?.Grown(Around) ?? view.Art.Bounds;
    }

    /// <summary>As large as the box allows, and never so close that one cannot tell what it is.</summary>
    private static Placing Fit(Shot shot, Box box)
    {
        var (matter, whole) = (shot.Matter, shot.View.Art.Bounds.Grown(10));
        var scale = MathF.Min(MathF.Min(box.Width / matter.Width, box.Height / matter.Height), MathF.Min(box.Width, box.Height) / LeastExtent);

        // Rather body than empty paper at the edges.
        Vector2 Clamped(Vector2 middle) => new(
            Within(middle.X, whole.Left, whole.Right, box.Width / scale), Within(middle.Y, whole.Top, whole.Bottom, box.Height / scale));

        return new Placing(scale, box.Middle - (Clamped(matter.Middle) * scale), box);
    }

    private static float Within(float middle, float low, float high, float extent) =>
        extent >= high - low ? (low + high) / 2 : Math.Clamp(middle, low + (extent / 2), high - (extent / 2));

    private IEnumerable<Mark> Fibres(MuscleId muscle, View view, Placing placing)
    {
        foreach (var fibre in body.FibresOf(muscle, Shown))
        {
            var run = new List<Vector2>();
            var width = Math.Clamp(fibre.RadiiMillimetres.Max() * 1.1f * placing.Scale, 0.7f, 4);
            for (var i = 0; i <= fibre.Path.Length; i++)
            {
                var at = i < fibre.Path.Length ? placing.ToSheet(view.Skin.Project(fibre.Path[i])) : default;
                if (i < fibre.Path.Length && view.Skin.Shows(fibre.Path[i], DeepestFibre) && placing.Window.Grown(-width).Contains(at))
                {
                    run.Add(at);
                }
                else if (run.Count > 0)
                {
                    if (run.Count > 1)
                    {
                        yield return new Mark.Shape(Outline.Line([.. run]), null, Colours.Fibre.Faded(0.55f), width);
                    }

                    run.Clear();
                }
            }
        }
    }

    private IEnumerable<Mark> Discs(ImmutableArray<ChartPoint> points, View view, Placing placing, float disc)
    {
        var exact = points.Select(point => placing.ToSheet(view.Skin.Project(PlaceOf(point).OnSkin))).ToArray();
        var room = placing.Window.Grown(-(disc / 2) - 1);
        var places = exact;
        for (var round = 0; round < RoundsInside; round++)
        {
            places = Array.ConvertAll(
                DotSpreading.Apart(places, disc + 1.6f), place => Vector2.Clamp(place, new Vector2(room.Left, room.Top), new Vector2(room.Right, room.Bottom)));
        }

        for (var i = 0; i < points.Length; i++)
        {
            if (Vector2.Distance(places[i], exact[i]) > disc / 3)
            {
                yield return new Mark.Shape(Outline.Line(places[i], exact[i]), null, Colours.Point, 0.7f);
                yield return new Mark.Shape(Outline.Circle(exact[i], 1.3f), Colours.Point);
            }
        }

        for (var i = 0; i < points.Length; i++)
        {
            foreach (var mark in Markers.Disc(places[i], points[i].Number, disc))
            {
                yield return mark;
            }
        }
    }

    /// <summary>From where it is seen, and whose left and right it is; out of the way of the numbers.</summary>
    private static IEnumerable<Mark> Caption(ViewName view, Box box, ImmutableArray<Box> numbers)
    {
        var (words, left, right) = view switch
        {
            ViewName.Front => ("front", "R", "L"),
            ViewName.Back => ("back", "L", "R"),
            ViewName.Right => ("right side", "", ""),
            ViewName.Left => ("left side", "", ""),
            _ => throw new UnreachableException(),
        };
        var (top, bottom) = (box.Top + 8.5f, box.Bottom - 5);
        var caption = Free(words, Typeface.Italic, [(top, true), (top, false), (bottom - 9, true), (bottom - 9, false)], box, numbers);
        yield return new Mark.Shape(Outline.Of(caption.Extent.Grown(2), 2), Colours.Panel.Faded(0.85f));
        yield return caption;
        if (left.Length > 0)
        {
            yield return Free(left, Typeface.SemiBold, [(bottom, true), (bottom - 18, true), (bottom - 36, true)], box, numbers);
            yield return Free(right, Typeface.SemiBold, [(bottom, false), (bottom - 18, false), (bottom - 36, false)], box, numbers);
        }
    }

    /// <summary>The words at the first of some places along the edges where no number is; at the first of all when all are taken.</summary>
    private static Mark.Text Free(string words, Typeface face, ImmutableArray<(float Y, bool IsLeft)> places, Box box, ImmutableArray<Box> numbers)
    {
        var texts = places.Select(place => new Mark.Text(
            new Vector2(place.IsLeft ? box.Left + 5 : box.Right - 5, place.Y), words, face, 6.5f, Colours.Muted, place.IsLeft ? Mark.Alignment.Start : Mark.Alignment.End)).ToList();
        return texts.Find(text => !numbers.Any(number => number.Overlaps(text.Extent.Grown(1)))) ?? texts[0];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;
using Unknot.Charts.Stippling;

namespace Unknot.Charts.Layout;

/// <summary>Makes what lies over the flat drawings on a screen.</summary>
internal sealed class Overlays(BodyAtlas body, Views views)
{
    private const float Width = 420;
    private const float LeastHeight = 330;
    private const float MostHeight = 560;

    /// <summary>Millimetres around what a picture shows, and of body in it at least.</summary>
    private const float Around = 45;
    private const float LeastExtent = 420;

    /// <summary>Of the numbers' discs with their rim.</summary>
    private const float DiscDiameter = 20;

    /// <summary>Fibres deeper under the seen skin than this belong to the other side of the body, in millimetres.</summary>
    private const float DeepestFibre = 70;

    internal string BestView(Muscle muscle) => Seen(ViewName.Front, muscle) >= Seen(ViewName.Back, muscle) ? "front" : "back";

    internal ImmutableArray<PaintedPath> Painted(string viewName) =>
    [
        .. views.Of(FigureBuild.Neutral, Enum.Parse<ViewName>(viewName, ignoreCase: true)).Art.Layers.Select(layer => new PaintedPath(
            string.Join(' ', layer.Path.Steps.Select(step => step.Kind switch
            {
                Outline.StepKind.Move => $"M{Pair(step.To)}",
                Outline.StepKind.Line => $"L{Pair(step.To)}",
                Outline.StepKind.Curve => $"C{Pair(step.First)} {Pair(step.Second)} {Pair(step.To)}",
                _ => "Z",
            })),
            layer.Fill is { } fill ? $"#{fill.Red:x2}{fill.Green:x2}{fill.Blue:x2}" : null,
            layer.Fill?.Opacity ?? 1)),
    ];

    internal BodyOverlay Draw(string viewName, ImmutableArray<Muscle> muscles, ImmutableArray<ChartPoint> points, ImmutableArray<Side> sides)
    {
        var view = views.Of(FigureBuild.Neutral, Enum.Parse<ViewName>(viewName, ignoreCase: true));
        var weights = body.WeighSkin(points.Select(point => (point.Point, (IReadOnlyCollection<Side>)[.. point.Muscle.Sides.Where(sides.Contains)])));
        var runs = muscles.ToDictionary(muscle => muscle.Id, muscle => RunsOf(muscle, view, sides));
        var places = points.SelectMany(point => point.Muscle.Sides.Where(sides.Contains).Select(side => (Point: point, Place: body.PlaceOf(new SidedPoint(point.Point.Id, side)))))
            .Where(point => view.Skin.Facing(point.Place.OnSkin, point.Place.Normal) > 0 && view.Skin.Shows(point.Place.OnSkin, 12))
            .Select(point => (point.Point, At: view.Skin.Project(point.Place.OnSkin))).ToArray();

        var matter = (Box?)null;
        void Include(Vector2 low, Vector2 high) => matter = matter is { } known ? known.Including(Box.Between(low, high)) : Box.Between(low, high);
        foreach (var place in runs.Values.SelectMany(all => all).SelectMany(run => run.Places).Concat(places.Select(place => place.At)))
        {
            Include(place, place);
        }

        var zone = view.Skin.Extent(weights);
        if (zone.EssentialArea > 0)
        {
            Include(zone.Low, zone.High);
        }

        if (zone.EssentialArea + zone.SpilloverArea > 0)
        {
            Include(zone.FarLow, zone.FarHigh);
        }

        var placing = Fit((matter ?? view.Art.Bounds).Grown(Around), view.Art.Bounds.Grown(10));
        var dots = Stipple.Zones(view, placing, weights).OfType<Mark.Dots>().OrderBy(mark => mark.Diameter).Select(mark => (mark.Diameter, Data: DataOf(mark.Places))).ToArray();
        return new BodyOverlay
        {
            Size = new Vector2(placing.Window.Width, placing.Window.Height),
            DrawingAt = placing.At,
            Scale = placing.Scale,
            Muscles =
            [
                .. muscles.Where(muscle => runs[muscle.Id].Count > 0).Select(muscle => new BodyOverlay.DrawnMuscle(
                    muscle.Id,
                    string.Concat(runs[muscle.Id].Select(run => $"M{string.Join('L', run.Places.Select(place => Pair(placing.ToSheet(place))))}")),
                    Math.Clamp(runs[muscle.Id].Max(run => run.Radius) * 1.2f * placing.Scale, 0.9f, 5))),
            ],
            Essential = dots.Where(mark => mark.Diameter >= Stipple.EssentialDiameter).Select(mark => mark.Data).FirstOrDefault() ?? "",
            Spillover = dots.Where(mark => mark.Diameter < Stipple.EssentialDiameter).Select(mark => mark.Data).FirstOrDefault() ?? "",
            Points =
            [
                .. DotSpreading.Apart([.. places.Select(place => placing.ToSheet(place.At))], DiscDiameter)
                    .Zip(places, (at, place) => new BodyOverlay.DrawnPoint(place.Point, at)),
            ],
        };
    }

    /// <summary>All that matters, in a picture of bearable height, and never so close that one cannot tell what it is.</summary>
    private static Placing Fit(Box matter, Box whole)
    {
        var width = MathF.Max(matter.Width, LeastExtent);
        var height = Math.Clamp(Width * matter.Height / width, LeastHeight, MostHeight);
        var scale = MathF.Min(Width / width, height / MathF.Max(matter.Height, LeastExtent * height / Width));
        var middle = new Vector2(Within(matter.Middle.X, whole.Left, whole.Right, Width / scale), Within(matter.Middle.Y, whole.Top, whole.Bottom, height / scale));
        return new Placing(scale, (new Vector2(Width, height) / 2) - (middle * scale), new Box(0, 0, Width, height));
    }

    private static float Within(float middle, float low, float high, float extent) =>
        extent >= high - low ? (low + high) / 2 : Math.Clamp(middle, low + (extent / 2), high - (extent / 2));

    private float Seen(ViewName name, Muscle muscle) =>
        RunsOf(muscle, views.Of(FigureBuild.Neutral, name), [Side.Right]).Sum(run => run.Places.Zip(run.Places.Skip(1), Vector2.Distance).Sum());

    private List<(List<Vector2> Places, float Radius)> RunsOf(Muscle muscle, View view, ImmutableArray<Side> sides)
    {
        var runs = new List<(List<Vector2>, float)>();
        foreach (var fibre in muscle.Sides.Where(sides.Contains).SelectMany(side => body.FibresOf(muscle.Id, side)))
        {
            var run = new List<Vector2>();
            for (var i = 0; i <= fibre.Path.Length; i++)
            {
                if (i < fibre.Path.Length && view.Skin.Shows(fibre.Path[i], DeepestFibre))
                {
                    run.Add(view.Skin.Project(fibre.Path[i]));
                    continue;
                }

                if (run.Count > 1)
                {
                    runs.Add((run, fibre.RadiiMillimetres.Max()));
                }

                run = [];
            }
        }

        return runs;
    }

    private static string DataOf(ImmutableArray<Vector2> dots)
    {
        var data = new StringBuilder();
        foreach (var dot in dots)
        {
            data.Append('M').Append(Pair(dot)).Append("h0");
        }

        return data.ToString();
    }

    private static string Pair(Vector2 place) => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#} {place.Y:0.#}");
}

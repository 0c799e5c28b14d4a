using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Unknot.Atlas;
using Unknot.Charts.Layout;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>
/// The figures of articles as SVG within the page: the flat drawing, and over it muscles that script can light, points and where they are
/// felt. They need no script to be seen.
/// </summary>
public sealed class ArticleFigures
{
    private const int Most = 300;

    private readonly ConcurrentDictionary<string, string> drawn = new(StringComparer.Ordinal);
    private readonly Atlases atlases;
    private readonly FlatFigures flat;
    private readonly Texts T;

    internal ArticleFigures(Atlases atlases, FlatFigures flat, Texts texts) => (this.atlases, this.flat, T) = (atlases, flat, texts);

    /// <summary>As a shortcode asks for it.</summary>
    public string Of(ArticlePart.Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var points = figure.Points.Select(id => MakerPoint(id)).OrderBy(point => point.Number).ToImmutableArray();
        var muscles = figure.Muscles.Select(Muscle).Concat(points.Select(point => point.Muscle)).DistinctBy(muscle => muscle.Id).ToImmutableArray();
        ImmutableArray<Side> sides = figure.Side switch
        {
            "left" => [Side.Left, Side.Midline],
            "both" => [Side.Left, Side.Right, Side.Midline],
            _ => [Side.Right, Side.Midline],
        };
        return Draw(figure.View, muscles, points, sides);
    }

    /// <summary>One muscle with its points and where they are felt, where most of it is seen.</summary>
    public string Of(MuscleId muscle)
    {
        var shown = Muscle(muscle.ToString());
        return Draw(
            atlases.MakerIn(T).BestView(shown), [shown], [.. atlases.MakerIn(T).Points.Where(point => point.Muscle.Id == muscle)], [Side.Right, Side.Midline]);
    }

    /// <summary>Muscles on the front and on the back, each where more of it is seen; none for a side that has none.</summary>
    public ImmutableArray<string> Beside(IEnumerable<string> muscles) =>
    [
        .. muscles.Select(Muscle).GroupBy(muscle => atlases.MakerIn(T).BestView(muscle), StringComparer.Ordinal).OrderByDescending(view => view.Count()).ThenBy(view => view.Key, StringComparer.Ordinal)
            .Select(view => Draw(view.Key, [.. view], [], [Side.Left, Side.Right, Side.Midline])),
    ];

    /// <summary>The numbers that a figure's points have on every chart, with what they stand for.</summary>
    public ImmutableArray<Charts.Choosing.ChartPoint> PointsOf(ArticlePart.Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return [.. figure.Points.Select(MakerPoint).OrderBy(point => point.Number)];
    }

    /// <summary>One muscle on the flat drawing, as paths for a picture that is no page.</summary>
    public CardArt ArtOf(Muscle muscle)
    {
        ArgumentNullException.ThrowIfNull(muscle);
        var maker = atlases.MakerIn(T);
        var view = maker.BestView(muscle);
        var overlay = maker.Overlay(view, [muscle], [], [Side.Left, Side.Right, Side.Midline]);
        var drawing = maker.Painted(view).Select(path => new CardPath(path.Data, path.Fill, path.Fill is null ? "#6d5546" : null, 1, path.Opacity, overlay.Scale, overlay.DrawingAt.X, overlay.DrawingAt.Y));
        return new CardArt(
            overlay.Size.X, overlay.Size.Y, [.. drawing, .. overlay.Muscles.Select(drawn => new CardPath(drawn.Fibres, null, "#b5301a", drawn.Thickness, 0.75f, 1, 0, 0))]);
    }

    public Muscle Muscle(string id) => atlases.In(T).Muscle(MuscleId.Parse(id, null));

    /// <summary>Where all points of a muscle are felt, in words.</summary>
    public string FeltAt(MuscleId muscle) => atlases.MakerIn(T).FeltAt([.. atlases.MakerIn(T).Points.Where(point => point.Muscle.Id == muscle)]);

    private Charts.Choosing.ChartPoint MakerPoint(string id) => atlases.MakerIn(T).Points.Single(point => point.Point.Id.ToString() == id);

    private string Draw(string view, ImmutableArray<Muscle> muscles, ImmutableArray<Charts.Choosing.ChartPoint> points, ImmutableArray<Side> sides)
    {
        var key = $"{T.Current} {view} {string.Join(',', muscles.Select(muscle => muscle.Id))} {string.Join(',', points.Select(point => point.Number))} {string.Join(',', sides)}";
        if (drawn.TryGetValue(key, out var known))
        {
            return known;
        }

        if (drawn.Count >= Most)
        {
            drawn.Clear();
        }

        return drawn[key] = Write(view, muscles, atlases.MakerIn(T).Overlay(view, muscles, points, sides));
    }

    private string Write(string view, ImmutableArray<Muscle> muscles, BodyOverlay overlay)
    {
        var svg = new StringBuilder();
        var drawing = flat.Of(view);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"body-picture\" viewBox=\"0 0 {N(overlay.Size.X)} {N(overlay.Size.Y)}\" width=\"{N(overlay.Size.X)}\" height=\"{N(overlay.Size.Y)}\" role=\"img\" aria-label=\"{E(Words(view, muscles))}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<image href=\"{drawing.Address}\" x=\"{N(overlay.DrawingAt.X)}\" y=\"{N(overlay.DrawingAt.Y)}\" width=\"{N(drawing.Width * overlay.Scale)}\" height=\"{N(drawing.Height * overlay.Scale)}\" />");
        foreach (var muscle in overlay.Muscles)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"bp-muscle\" data-fibres=\"{E(muscle.Muscle.ToString())}\" stroke-width=\"{N(muscle.Thickness)}\" d=\"{muscle.Fibres}\" />");
        }

        foreach (var (dots, weight) in new[] { (overlay.Spillover, "0.95"), (overlay.Essential, "1.25") })
        {
            if (dots.Length > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"bp-felt\" stroke-width=\"{weight}\" d=\"{dots}\" />");
            }
        }

        foreach (var point in overlay.Points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"bp-point\"><circle cx=\"{N(point.At.X)}\" cy=\"{N(point.At.Y)}\" r=\"9\" /><text x=\"{N(point.At.X)}\" y=\"{N(point.At.Y + 3.4f)}\">{point.Point.Number}</text></g>");
        }

        var (left, right) = view switch
        {
            "front" => (T["your right"], T["your left"]),
            "back" => (T["your left"], T["your right"]),
            _ => ("", ""),
        };
        if (left.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"bp-words\" aria-hidden=\"true\"><text x=\"10\" y=\"{N(overlay.Size.Y - 10)}\">{E(left)}</text><text x=\"{N(overlay.Size.X - 10)}\" y=\"{N(overlay.Size.Y - 10)}\" text-anchor=\"end\">{E(right)}</text></g>");
        }

        return svg.Append("</svg>").ToString();
    }

    private string Words(string view, ImmutableArray<Muscle> muscles)
    {
        var names = string.Join(", ", muscles.Select(muscle => muscle.Name));
        return view switch
        {
            "front" => T["The body from the front: {0}", names],
            "back" => T["The body from behind: {0}", names],
            _ => T["The body from the side: {0}", names],
        };
    }

    private static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}

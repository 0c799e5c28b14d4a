using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Xml.Linq;
using Unknot.Body.Seen;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Art;

/// <summary>A flat drawing of the figure without its cells and labels: tones and lines, in millimetres of the body.</summary>
internal sealed class FigureArt
{
    private FigureArt(string name, Projection projection, ImmutableArray<Layer> layers)
    {
        Name = name;
        Projection = projection;
        Layers = layers;
        var places = layers[0].Path.Steps.Where(step => step.Kind != Outline.StepKind.Close).Select(step => step.To).ToList();
        Bounds = Box.Between(places.Aggregate(Vector2.Min), places.Aggregate(Vector2.Max));
    }

    /// <summary>The view and the build, such as <c>front-neutral</c>; a name within a file.</summary>
    internal string Name { get; }

    internal Projection Projection { get; }

    /// <summary>Around the figure itself, without the drawing's margins.</summary>
    internal Box Bounds { get; }

    /// <summary>In the order they are painted; the first is the skin.</summary>
    internal ImmutableArray<Layer> Layers { get; }

    /// <summary>A filled area, or a line around the figure, which keeps its weight on paper however large the figure is drawn.</summary>
    /// <param name="Fill"><c>null</c> for a line.</param>
    internal sealed record Layer(Outline Path, Ink? Fill);

    /// <exception cref="FormatException">It is not a drawing of the figure.</exception>
    internal static FigureArt Read(Stream svg)
    {
        var root = XDocument.Load(svg).Root ?? throw new FormatException("The drawing is empty.");
        var box = Numbers(root, "viewBox");
        var projection = new Projection(
            Direction(root, "data-right"), Direction(root, "data-up"), new Vector2(Numbers(root, "data-origin-x")[0], Numbers(root, "data-origin-y")[0]), new Vector2(box[2], box[3]));
        var groups = root.Elements().Where(element => element.Name.LocalName == "g").ToDictionary(Class, StringComparer.Ordinal);
        return new FigureArt(
            $"{root.Attribute("data-view")?.Value}-{root.Attribute("data-build")?.Value}",
            projection,
            [.. Paths(groups["tone"]).Concat(Paths(groups["lines"])).Select(LayerOf)]);
    }

    /// <summary>Inner lines swell and end softly: they are areas. The outline is a stroke.</summary>
    private static Layer LayerOf(XElement path)
    {
        var outline = SvgPath.Read(path.Attribute("d")?.Value);
        var fill = path.Attribute("fill")?.Value ?? path.Parent?.Attribute("fill")?.Value ?? "";
        return new Layer(outline, fill == "none" ? null : ColourOf(fill).Faded(NumberOf(path.Attribute("fill-opacity")?.Value ?? "1")));
    }

    private static IEnumerable<XElement> Paths(XElement group) => group.Descendants().Where(element => element.Name.LocalName == "path");

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    /// <summary>A colour, or the default of a custom property: <c>var(--figure-skin, #f4e9df)</c>.</summary>
    private static Ink ColourOf(string text)
    {
        var at = text.IndexOf('#', StringComparison.Ordinal);
        return at >= 0 && int.TryParse(text.AsSpan(at + 1, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? Ink.Of(rgb)
            : throw new FormatException($"'{text}' is not a colour of a flat drawing.");
    }

    private static float NumberOf(string text)
    {
        var number = text.StartsWith("var(", StringComparison.Ordinal) ? text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].TrimEnd(')') : text;
        return float.Parse(number, CultureInfo.InvariantCulture);
    }

    private static Vector3 Direction(XElement root, string name)
    {
        var numbers = Numbers(root, name);
        return new Vector3(numbers[0], numbers[1], numbers[2]);
    }

    private static float[] Numbers(XElement root, string name) =>
        Array.ConvertAll((root.Attribute(name)?.Value ?? throw new FormatException($"The drawing has no '{name}'.")).Split(' '), text => float.Parse(text, CultureInfo.InvariantCulture));
}

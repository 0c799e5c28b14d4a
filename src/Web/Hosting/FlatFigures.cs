using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Unknot.Web.Hosting;

/// <summary>Where the flat drawings of the figure lie in the body frame, read from the drawings themselves. Read once.</summary>
public sealed partial class FlatFigures
{
    /// <summary>Seen from the front or the back a little more is understood, so those win when a side is hardly better.</summary>
    private const float FacingBonus = 0.2f;

    /// <summary>The root element with what it says is at the beginning of the file.</summary>
    private const int HeadLength = 4000;

    private static readonly string[] Views = ["front", "back", "left", "right"];

    private readonly ImmutableArray<FlatFigure> figures;

    /// <param name="view"><c>front</c>, <c>back</c>, <c>left</c> or <c>right</c>.</param>
    internal FlatFigure Of(string view) => figures[Array.IndexOf(Views, view)];

    public FlatFigures(IWebHostEnvironment environment) => figures = [.. Views.Select(view => Read(environment, view))];

    /// <summary>The drawing that shows a place of the skin best. A side view only counts for its own half of the body.</summary>
    /// <param name="place">In the body frame.</param>
    /// <param name="normal">Out of the skin there; length 1.</param>
    internal FlatFigure BestFor(Vector3 place, Vector3 normal) => figures.MaxBy(figure => MathF.Abs(figure.Toward.Z) > 0.5f
        ? Vector3.Dot(normal, figure.Toward) + FacingBonus
        : figure.Toward.X * place.X > 0 ? Vector3.Dot(normal, figure.Toward) : -1)!;

    private static FlatFigure Read(IWebHostEnvironment environment, string view)
    {
        var path = $"assets/figure/{view}.svg";
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream());
        var buffer = new char[HeadLength];
        var head = new string(buffer, 0, reader.ReadBlock(buffer));
        string Attribute(string name) => AttributeOf(head, name) ?? throw new InvalidDataException($"{path} does not say its {name}.");
        var box = Numbers(Attribute("viewBox"));
        var (right, up) = (Numbers(Attribute("data-right")), Numbers(Attribute("data-up")));
        return new FlatFigure(
            $"/{path}",
            box[2],
            box[3],
            new Vector2(Numbers(Attribute("data-origin-x"))[0], Numbers(Attribute("data-origin-y"))[0]),
            new Vector3(right[0], right[1], right[2]),
            new Vector3(up[0], up[1], up[2]));
    }

    private static string? AttributeOf(string head, string name) => Attributes().Matches(head).FirstOrDefault(match => match.Groups["name"].Value == name)?.Groups["value"].Value;

    private static float[] Numbers(string text) => [.. text.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture))];

    [GeneratedRegex("""(?<name>[a-zA-Z-]+)="(?<value>[^"]*)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attributes();
}

/// <summary>A flat drawing of the neutral figure; one unit is a millimetre.</summary>
public sealed record FlatFigure(string Address, float Width, float Height, Vector2 Origin, Vector3 Right, Vector3 Up)
{
    /// <summary>From the body to whoever looks; length 1.</summary>
    internal Vector3 Toward => Vector3.Cross(Right, Up);

    internal Vector2 Project(Vector3 place) => new(Origin.X + Vector3.Dot(place, Right), Origin.Y - Vector3.Dot(place, Up));
}

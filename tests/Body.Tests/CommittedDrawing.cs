using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Xml.Linq;

namespace Unknot.Body.Tests;

/// <summary>A drawing as it lies in <c>assets/figure/</c>, read as anybody would read it.</summary>
internal sealed class CommittedDrawing
{
    private static readonly Dictionary<string, CommittedDrawing> Known = [];

    private CommittedDrawing(string name)
    {
        Bytes = File.ReadAllBytes(Path.Combine(Folder, $"{name}.svg"));
        using var stream = new MemoryStream(Bytes);
        Root = XElement.Load(stream);
        var box = Attribute(Root, "viewBox").Split(' ');
        (Width, Height) = (Number(box[2]), Number(box[3]));
        Origin = new Vector2(Number(Attribute(Root, "data-origin-x")), Number(Attribute(Root, "data-origin-y")));
        Build = FigureBuild.All.Single(build => build.Id == Attribute(Root, "data-build"));
        Cells = Group("cells").Descendants().Where(path => path.Attribute("data-cell") is not null)
            .ToImmutableSortedDictionary(path => new CellId(int.Parse(Attribute(path, "data-cell"), CultureInfo.InvariantCulture)), path => path, Comparer<CellId>.Create((a, b) => a.Value - b.Value));
    }

    /// <summary>Every drawing that is committed, by the path of its file without ending.</summary>
    internal static ImmutableArray<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.svg", SearchOption.AllDirectories).Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    internal byte[] Bytes { get; }

    internal XElement Root { get; }

    internal float Width { get; }

    internal float Height { get; }

    internal FigureBuild Build { get; }

    /// <summary>The elements of the cells that are seen.</summary>
    internal ImmutableSortedDictionary<CellId, XElement> Cells { get; }

    private static string Folder => Path.Combine(Shared.Root, "assets", "figure");

    private Vector2 Origin { get; }

    internal static CommittedDrawing Of(string name)
    {
        lock (Known)
        {
            return Known.TryGetValue(name, out var drawing) ? drawing : Known[name] = new CommittedDrawing(name);
        }
    }

    internal static string Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw new InvalidDataException($"<{element.Name.LocalName}> has no {name}.");

    internal static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    internal XElement Group(string name) => Root.Elements().Single(part => part.Attribute("class")?.Value == name);

    /// <summary>Where a place of the build's body lies in the drawing, by the rule that the drawing states.</summary>
    internal Vector2 Project(Vector3 place) =>
        Origin + new Vector2(Vector3.Dot(place, Direction("data-right")), -Vector3.Dot(place, Direction("data-up")));

    /// <summary>The cell drawn at a place; <c>null</c> beside the figure.</summary>
    internal CellId? CellAt(Vector2 place) => Cells
        .Where(cell => Polygons(cell.Value).Count(polygon => Contains(polygon, place)) % 2 == 1)
        .Select(cell => (CellId?)cell.Key)
        .FirstOrDefault();

    /// <summary>The corners of all polygons of a cell.</summary>
    internal static List<List<Vector2>> Polygons(XElement path)
    {
        var polygons = new List<List<Vector2>>();
        var at = Vector2.Zero;
        foreach (var command in Attribute(path, "d").Split('z', StringSplitOptions.RemoveEmptyEntries).SelectMany(loop => loop.Split('l')))
        {
            var isStart = command[0] == 'M';
            var numbers = command.TrimStart('M').Replace("-", " -", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            at = new Vector2(Number(numbers[0]), Number(numbers[1])) + (isStart ? Vector2.Zero : at);
            if (isStart)
            {
                polygons.Add([]);
            }

            polygons[^1].Add(at);
        }

        return polygons;
    }

    private static bool Contains(List<Vector2> polygon, Vector2 place)
    {
        var inside = false;
        for (var i = 0; i < polygon.Count; i++)
        {
            var (a, b) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            inside ^= a.Y > place.Y != b.Y > place.Y && place.X < a.X + ((b.X - a.X) * (place.Y - a.Y) / (b.Y - a.Y));
        }

        return inside;
    }

    private Vector3 Direction(string name) =>
        Attribute(Root, name).Split(' ').Select(Number).ToArray() is [var x, var y, var z] ? new Vector3(x, y, z) : throw new FormatException($"{name} is no direction.");
}

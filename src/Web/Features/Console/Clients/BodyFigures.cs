using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Xml;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>The flat figure from the front and from the back: where its cells are drawn, and where the points of the atlas lie. Read once.</summary>
internal sealed class BodyFigures
{
    private const int MostFound = 12;

    private const int MostNear = 6;

    /// <summary>Farther than this from a tap nothing is meant, in millimetres.</summary>
    private const float Near = 110;

    internal static readonly ImmutableArray<string> Views = ["front", "back"];

    private readonly FlatFigures flat;
    private readonly FrozenDictionary<string, FrozenDictionary<int, string>> cells;
    private readonly FrozenDictionary<string, PointOnFigure> byId;
    private readonly ImmutableArray<(PointOnFigure Point, string Words)> searched;

    public BodyFigures(IWebHostEnvironment environment, FlatFigures flat, Atlases atlases, BodyAtlas body)
    {
        this.flat = flat;
        cells = Views.ToFrozenDictionary(view => view, view => CellsOf(environment, view));
        searched =
        [
            .. atlases.English.Muscles.SelectMany(muscle => muscle.Points.SelectMany(point => muscle.Sides.Select(side =>
            {
                var placed = Place(muscle, point, side, body);
                return (placed, $"{muscle.Name} {muscle.Latin} {string.Join(' ', muscle.Synonyms)} {point.Where} {side.ToWord()}".ToLowerInvariant());
            }))),
        ];
        byId = searched.ToFrozenDictionary(each => each.Point.Id, each => each.Point);
        Json = new JsonArray([.. searched.Select(each => (JsonNode)new JsonObject
        {
            ["id"] = each.Point.Id,
            ["name"] = each.Point.Name,
            ["where"] = each.Point.Where,
            ["words"] = each.Words,
            ["view"] = each.Point.View,
            ["x"] = MathF.Round(each.Point.X),
            ["y"] = MathF.Round(each.Point.Y),
        })]).ToJsonString();
    }

    internal IEnumerable<PointOnFigure> Points => searched.Select(each => each.Point);

    /// <summary>All points for the script; what means something in HTML is escaped.</summary>
    internal string Json { get; }

    internal FlatFigure Of(string view) => flat.Of(view);

    internal PointOnFigure? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A point in words; its id when the atlas no longer has it.</summary>
    internal string WordsOf(string id) => Find(id) is { } point ? $"{point.Name} ({point.Where})" : id;

    /// <summary>Outlines of cells as one path, of those that are seen from there.</summary>
    internal string PathOf(string view, IEnumerable<int> of) => string.Concat(of.Select(cell => cells[view].GetValueOrDefault(cell, "")));

    /// <summary>Points of which every word is found: in the muscle's names, the place or the side.</summary>
    internal ImmutableArray<PointOnFigure> Search(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '.', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

        // Names before what else is said of a muscle, and short names before longer ones.
        return words.Length == 0 ? [] :
        [
            .. searched.Where(each => words.All(word => each.Words.Contains(word, StringComparison.Ordinal))).Select(each => each.Point)
                .OrderBy(point => words.Count(word => !point.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ThenBy(point => point.Name.Length).ThenBy(point => point.Id, StringComparer.Ordinal).Take(MostFound),
        ];
    }

    /// <summary>Points near a place of the drawing, nearest first.</summary>
    internal ImmutableArray<PointOnFigure> NearTo(string view, float x, float y)
    {
        float Distance(PointOnFigure point) => MathF.Sqrt(((point.X - x) * (point.X - x)) + ((point.Y - y) * (point.Y - y)));
        return [.. Points.Where(point => point.View == view && Distance(point) <= Near).OrderBy(Distance).Take(MostNear)];
    }

    private PointOnFigure Place(Muscle muscle, TriggerPoint point, Side side, BodyAtlas body)
    {
        var sided = new SidedPoint(point.Id, side);
        var place = body.PlaceOf(sided);
        var view = place.Normal.Z >= 0 ? "front" : "back";
        var at = flat.Of(view).Project(place.OnSkin);
        return new PointOnFigure(sided.ToString(), $"{muscle.Name}, {side.ToWord()}", point.Where, view, at.X, at.Y);
    }

    private static FrozenDictionary<int, string> CellsOf(IWebHostEnvironment environment, string view)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo($"assets/figure/{view}.svg").CreateReadStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var paths = new Dictionary<int, string>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("data-cell") is { } cell && reader.GetAttribute("d") is { } path)
            {
                paths[XmlConvert.ToInt32(cell)] = path;
            }
        }

        return paths.Count > 0 ? paths.ToFrozenDictionary() : throw new InvalidDataException($"assets/figure/{view}.svg has no cells.");
    }
}

/// <summary>A point of the atlas on the flat figure.</summary>
/// <param name="Id">With its side: <c>upper-trapezius-1:right</c>.</param>
/// <param name="Name">Muscle and side.</param>
/// <param name="View">From which it is drawn: <c>front</c> or <c>back</c>.</param>
/// <param name="X">In millimetres of the drawing.</param>
/// <param name="Y">Downwards.</param>
internal sealed record PointOnFigure(string Id, string Name, string Where, string View, float X, float Y);

using System.Collections.Immutable;
using System.Globalization;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>What is drawn on the figure from the front and the back.</summary>
internal sealed record FigureMap
{
    private const int Strengths = 4;

    public required ImmutableArray<FigureView> Views { get; init; }

    /// <summary>True where a tap on the figure finds points; the form around it is sent to this address.</summary>
    public string? TapTo { get; init; }

    /// <param name="map">What the client painted; null for nothing.</param>
    internal static FigureMap Of(BodyFigures figures, ClientMap? map, IReadOnlyList<MarkedPoint> points) => new()
    {
        Views =
        [
            .. BodyFigures.Views.Select(view => new FigureView
            {
                Name = view,
                Figure = figures.Of(view),
                Pain = map is null
                    ? []
                    : [.. map.Painful.GroupBy(cell => Math.Clamp((int)Math.Ceiling(cell.Value * Strengths), 1, Strengths))
                        .OrderBy(group => group.Key).Select(group => (group.Key, figures.PathOf(view, group.Select(cell => cell.Key).Order())))],
                Free = map is null ? "" : figures.PathOf(view, map.Free),
                Marks = [.. points.Select(point => (Point: point, At: figures.Find(point.Point))).Where(each => each.At?.View == view).Select(each => new FigureMark(each.Point.Number, each.At!.X, each.At.Y, each.Point.Found))],
            }),
        ],
    };

    internal static ImmutableArray<MarkedPoint> MarksOf(IEnumerable<VisitFinding> findings) => [.. findings.Select((finding, place) => new MarkedPoint(place + 1, finding.Point, finding.Found))];

    internal static string ClassOf(PressFound found) => found switch
    {
        PressFound.FamiliarPain => "familiar",
        PressFound.Tender => "tender",
        _ => "nothing",
    };
}

internal sealed record MarkedPoint(int Number, string Point, PressFound Found);

internal sealed record FigureMark(int Number, float X, float Y, PressFound Found);

/// <summary>One of the two drawings.</summary>
internal sealed record FigureView
{
    public required string Name { get; init; }

    public required FlatFigure Figure { get; init; }

    /// <summary>Strength 1 … 4, and the outlines of the cells that have it.</summary>
    public required ImmutableArray<(int Strength, string Path)> Pain { get; init; }

    public required string Free { get; init; }

    public required ImmutableArray<FigureMark> Marks { get; init; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Figure.Width:0.#} {Figure.Height:0.#}");

    internal static string N(float value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Release;

/// <summary>A point on the part of the figure around it, as a still picture.</summary>
public sealed record SheetPicture
{
    /// <summary>Half the width and height of the picture in millimetres.</summary>
    private const float Reach = 170;

    private const float ReachOnHead = 110;

    /// <summary>Below this, parts are larger and a wider view is needed to know where one is.</summary>
    private const float Head = 1500;

    public required FlatFigure Figure { get; init; }

    /// <summary>The part of the drawing that is shown, as an SVG viewBox.</summary>
    public required string ViewBox { get; init; }

    public required Vector2 Spot { get; init; }

    internal static SheetPicture Of(PointId point, Side side, BodyAtlas body, FlatFigures figures)
    {
        var place = body.PlaceOf(new SidedPoint(point, side));
        var figure = figures.BestFor(place.OnSkin, place.Normal);
        var spot = figure.Project(place.OnSkin);
        var reach = place.OnSkin.Y > Head ? ReachOnHead : Reach;
        return new SheetPicture
        {
            Figure = figure,
            ViewBox = string.Create(CultureInfo.InvariantCulture, $"{spot.X - reach:0.#} {spot.Y - reach:0.#} {2 * reach:0.#} {2 * reach:0.#}"),
            Spot = spot,
        };
    }
}

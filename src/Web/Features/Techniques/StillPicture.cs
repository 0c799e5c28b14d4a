using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary>The way of a ball along a muscle as one still picture: what shows the motion where there is no script.</summary>
public sealed record StillPicture
{
    /// <summary>Half the width and height of the picture, at least, in millimetres.</summary>
    private const float LeastReach = 190;

    private const float Margin = 60;

    public required FlatFigure Figure { get; init; }

    /// <summary>The part of the drawing that is shown, as an SVG viewBox.</summary>
    public required string ViewBox { get; init; }

    /// <summary>SVG paths of the lanes.</summary>
    public required ImmutableArray<string> Lanes { get; init; }

    /// <summary>Where the ball holds still.</summary>
    public required ImmutableArray<Vector2> Stops { get; init; }

    /// <summary>Where the ball starts, and its radius.</summary>
    public required Vector2 Ball { get; init; }

    public required float BallRadius { get; init; }

    /// <summary>What is seen, in words.</summary>
    public required string Words { get; init; }

    internal static StillPicture Of(Muscle muscle, Atlas.Release release, Roll roll, Side side, BodyAtlas body, FlatFigures figures, Texts T)
    {
        var lanes = RollPath.Lay(body, muscle, release, side).Lanes;
        var first = lanes[0];
        var middlePlace = first.Places[first.Places.Length / 2];
        var figure = figures.BestFor(middlePlace.Position, middlePlace.Normal);
        var places = lanes.SelectMany(lane => lane.Places).Select(place => figure.Project(place.Position)).ToArray();
        var (low, high) = (places.Aggregate(Vector2.Min), places.Aggregate(Vector2.Max));
        var middle = (low + high) / 2;
        var reach = MathF.Max(LeastReach, (MathF.Max(high.X - low.X, high.Y - low.Y) / 2) + Margin);
        return new StillPicture
        {
            Figure = figure,
            ViewBox = string.Create(CultureInfo.InvariantCulture, $"{middle.X - reach:0.#} {middle.Y - reach:0.#} {2 * reach:0.#} {2 * reach:0.#}"),
            Lanes = [.. lanes.Select(lane => "M" + string.Join('L', lane.Places.Select(place => Pair(figure.Project(place.Position)))))],
            Stops = [.. lanes.SelectMany(lane => lane.Pauses.Select(pause =>
                figure.Project(lane.Places.MinBy(place => MathF.Abs(place.AtMillimetres - pause.AtMillimetres)).Position)))],
            Ball = figure.Project(first.Places[0].Position + (first.Places[0].Normal * roll.BallMillimetres / 2)),
            BallRadius = roll.BallMillimetres / 2,
            Words = side == Side.Right
                ? T["The right thigh with the way of the ball along {0} and the places to rest on.", muscle.Name]
                : T["The left thigh with the way of the ball along {0} and the places to rest on.", muscle.Name],
        };
    }

    internal static string Pair(Vector2 place) => string.Create(CultureInfo.InvariantCulture, $"{place.X:0.#} {place.Y:0.#}");
}

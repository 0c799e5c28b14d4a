using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary><c>GET /api/v1/muscles/{id}/rolls/{technique}</c>: the way of a ball along a muscle, to be played as a motion.</summary>
public static class RollMuscle
{
    [Description("Geometry of the left side in millimetres, x the person's left, y up, z forward. The right side is its mirror image: x and nx become -x and -nx.")]
    public sealed record Response
    {
        public required string Muscle { get; init; }

        [Description("Everyday name of the muscle.")]
        public required string MuscleName { get; init; }

        public required string Technique { get; init; }

        public required string Posture { get; init; }

        [Description("Diameter of the ball.")]
        public required float BallMillimetres { get; init; }

        public required Speed Speed { get; init; }

        [Description("Ways along a lane before the next one: there, back, … The holds are on the last.")]
        public required int Passes { get; init; }

        [Description("Discomfort out of 10 while the ball moves.")]
        public required int RollingDiscomfort { get; init; }

        [Description("Most discomfort out of 10 while it holds still; never above 6.")]
        public required int HoldingDiscomfort { get; init; }

        public required Hold Hold { get; init; }

        public required ImmutableArray<Lane> Lanes { get; init; }

        [Description("What the ball stays clear of.")]
        public required ImmutableArray<string> KeepClear { get; init; }
    }

    [Description("Millimetres a second.")]
    public sealed record Speed(float Usual, float Low, float High, [property: Description("How well it is supported, in words.")] string Evidence);

    [Description("Seconds on each point.")]
    public sealed record Hold(int Usual, int Low, int High, [property: Description("Longest that may be chosen.")] int Ceiling);

    public sealed record Lane
    {
        [Description("Where the ball touches the skin, equally far apart, from the start to the turn.")]
        public required ImmutableArray<LanePlace> Places { get; init; }

        [Description("Along the skin.")]
        public required float LengthMillimetres { get; init; }

        [Description("In the order in which the ball passes them on the way there.")]
        public required ImmutableArray<Pause> Pauses { get; init; }

        public required Captions Captions { get; init; }
    }

    [Description("A place on the skin and the direction out of the body there, of length 1.")]
    public sealed record LanePlace(float X, float Y, float Z, float Nx, float Ny, float Nz);

    public sealed record Pause(string Point, string Where, [property: Description("Way from the start of the lane.")] float AtMillimetres, string Caption);

    public sealed record Captions(string Start, string Forth, string Turn, string Back);

    internal static void MapRollMuscle(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles/{id}/rolls/{technique}", Handle)
        .WithTags("Atlas")
        .WithName("RollMuscle")
        .WithSummary("Get the way of a ball along a muscle, with pauses, speed and captions")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a muscle, from GET /api/v1/muscles.")] string id,
        [Description("Id of a technique that rolls this muscle, such as roll-quadriceps-ball.")] string technique,
        AtlasData atlas,
        BodyAtlas body,
        Texts T,
        HttpContext context)
    {
        var rolled = Rolls.Of(atlas).FirstOrDefault(roll => roll.Muscle.Id.ToString() == id && roll.Release.Technique.ToString() == technique);
        if (rolled.Release is null)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: T["No such roll"],
                detail: T["No ball rolls along this muscle with this technique. There are: {0}.", string.Join(", ", Rolls.Of(atlas).Select(roll => $"{roll.Muscle.Id}/rolls/{roll.Release.Technique}"))]);
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(From(rolled.Muscle, rolled.Release, rolled.Roll, atlas.Technique(rolled.Release.Technique), body, T));
    }

    private static Response From(Muscle muscle, Atlas.Release release, Roll roll, Technique technique, BodyAtlas body, Texts T) => new()
    {
        Muscle = muscle.Id.ToString(),
        MuscleName = muscle.Name,
        Technique = technique.Id.ToString(),
        Posture = release.Posture,
        BallMillimetres = roll.BallMillimetres,
        Speed = new(roll.Speed.MillimetresPerSecond, roll.Speed.Low, roll.Speed.High, Wording.Of(T, roll.Speed.Evidence.Grade)),
        Passes = roll.Passes,
        RollingDiscomfort = roll.RollingDiscomfort,
        HoldingDiscomfort = roll.HoldingDiscomfort,
        Hold = new((technique.Dose.MinSeconds + technique.Dose.MaxSeconds) / 2, technique.Dose.MinSeconds, technique.Dose.MaxSeconds, technique.Dose.CeilingSeconds),
        Lanes = [.. RollPath.Lay(body, muscle, release, Side.Left).Lanes.Select(lane => LaneFrom(lane, muscle, release, T))],
        KeepClear = [.. roll.KeepClear.Select(kept => kept.What)],
    };

    private static Lane LaneFrom(RolledLane lane, Muscle muscle, Atlas.Release release, Texts T)
    {
        var where = lane.Pauses.Select(pause => muscle.Points.Single(point => point.Id == pause.Point).Where).ToArray();
        return new Lane
        {
            Places = [.. lane.Places.Select(place => new LanePlace(
                Tenth(place.Position.X), Tenth(place.Position.Y), Tenth(place.Position.Z),
                Thousandth(place.Normal.X), Thousandth(place.Normal.Y), Thousandth(place.Normal.Z)))],
            LengthMillimetres = Tenth(lane.LengthMillimetres),
            Pauses = [.. lane.Pauses.Select((pause, index) => new Pause(pause.Point.ToString(), where[index], Tenth(pause.AtMillimetres), T["Hold still here. {0}", release.Cue]))],
            Captions = lane.Lane is { } given
                ? new(given.Start, given.Forth, given.Turn, given.Back)
                : new(T["Move the ball to a further spot. {0}.", where[0]], T["Roll slowly over the spot."], T["Stop, and turn back."], T["Roll back onto the spot."]),
        };
    }

    /// <summary>A tenth of a millimetre is finer than any screen shows, and a third of the bytes.</summary>
    private static float Tenth(float millimetres) => MathF.Round(millimetres, 1);

    private static float Thousandth(float share) => MathF.Round(share, 3);
}

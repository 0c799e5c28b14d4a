using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/v1/muscles/{id}/figure</c>: what the figure shows of a muscle, on the left side.</summary>
public static class DrawMuscle
{
    [Description("Geometry of the left side in millimetres, x the person's left, y up, z forward. The right side is its mirror image: x becomes -x and cell becomes cell xor 1.")]
    public sealed record Response(
        string Muscle,
        [property: Description("Whether it is seen as soon as the skin is lifted off.")] MuscleLayer Layer,
        ImmutableArray<ImmutableArray<FibreVertex>> Fibres,
        ImmutableArray<DrawnPoint> Points);

    public sealed record Position(float X, float Y, float Z);

    public sealed record DrawnPoint
    {
        public required string Id { get; init; }

        public required string Where { get; init; }

        [Description("On the fibre, usually under the skin.")]
        public required Position Position { get; init; }

        public required Position OnSkin { get; init; }

        [Description("Where it is felt on the skin.")]
        public required ImmutableArray<Patch> Zones { get; init; }

        [Description("Where it is felt inside the body.")]
        public required ImmutableArray<InsideRegion> Inside { get; init; }

        [Description("How far around it the knot may lie, in millimetres.")]
        public required float SpreadMillimetres { get; init; }

        [Description("Places around it that a person can see or feel, nearest first; at most five, none farther than 110 mm along the skin.")]
        public required ImmutableArray<NearbyPlace> Nearby { get; init; }
    }

    [Description("A place on the skin, with few enough words to stand beside it.")]
    public sealed record NearbyPlace(
        string Landmark, string Name, float X, float Y, float Z, [property: Description("Along the skin.")] float DistanceMillimetres);

    public sealed record Patch(int Cell, [property: Description("0 to 1.")] float Weight, ZoneKind Kind);

    public sealed record InsideRegion(string Region, string Name, ZoneKind Kind);

    internal static void MapDrawMuscle(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles/{id}/figure", Handle)
        .WithTags("Atlas")
        .WithName("DrawMuscle")
        .WithSummary("Get a muscle's fibres, points and zones as geometry")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a muscle, from GET /api/v1/muscles.")] string id, AtlasData atlas, BodyAtlas body, HttpContext context)
    {
        if (!MuscleId.TryParse(id, null, out var muscleId) || !atlas.TryGetMuscle(muscleId, out var muscle))
        {
            return UnknownMuscle.Answer(id, atlas);
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(From(muscle, atlas, body));
    }

    internal static Response From(Muscle muscle, AtlasData atlas, BodyAtlas body) =>
        new(muscle.Id.ToString(), muscle.Fibres.Layer, DrawnFibres.Of(muscle.Id, body), [.. muscle.Points.Select(point => PointFrom(point, atlas, body))]);

    private static DrawnPoint PointFrom(TriggerPoint point, AtlasData atlas, BodyAtlas body)
    {
        var left = new SidedPoint(point.Id, Side.Left);
        var place = body.PlaceOf(left);
        return new DrawnPoint
        {
            Id = point.Id.ToString(),
            Where = point.Where,
            Position = PositionFrom(place.Position),
            OnSkin = PositionFrom(place.OnSkin),
            Zones = [.. body.ZoneOf(left).Select(weight => new Patch(weight.Cell.Value, MathF.Round(weight.Weight, 3), weight.Kind))],
            Inside =
            [
                .. point.Zones.Where(zone => zone.Inside is not null)
                    .Select(zone => new InsideRegion(zone.Inside!.Value.ToString(), atlas.Region(zone.Inside.Value).Name, zone.Kind)),
            ],
            SpreadMillimetres = point.SpreadMillimetres,
            Nearby = [.. body.NearbyOf(left).Select(near => NearbyFrom(near, atlas))],
        };
    }

    private static NearbyPlace NearbyFrom(NearbyLandmark near, AtlasData atlas)
    {
        var (x, y, z) = PositionFrom(near.Position);
        return new(near.Landmark.ToString(), atlas.Landmark(near.Landmark).Sign ?? near.Name, x, y, z, MathF.Round(near.DistanceMillimetres));
    }

    private static Position PositionFrom(Vector3 position) =>
        new(DrawnFibres.Tenth(position.X), DrawnFibres.Tenth(position.Y), DrawnFibres.Tenth(position.Z));
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/muscles/{id}/figure</c>: what the figure shows of a muscle, on the left side.</summary>
public static class DrawMuscle
{
    [Description("Geometry of the left side in millimetres, x the person's left, y up, z forward. The right side is its mirror image: x becomes -x and cell becomes cell xor 1.")]
    public sealed record Response(string Muscle, ImmutableArray<ImmutableArray<FibreVertex>> Fibres, ImmutableArray<DrawnPoint> Points);

    public sealed record Position(float X, float Y, float Z);

    [Description("A vertex of a fibre with the radius there.")]
    public sealed record FibreVertex(float X, float Y, float Z, float R);

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
    }

    public sealed record Patch(int Cell, [property: Description("0 to 1.")] float Weight, ZoneKind Kind);

    public sealed record InsideRegion(string Region, string Name, ZoneKind Kind);

    internal static void MapDrawMuscle(this IEndpointRouteBuilder app) => app
        .MapGet("/api/muscles/{id}/figure", Handle)
        .WithTags("Atlas")
        .WithName("DrawMuscle")
        .WithSummary("Get a muscle's fibres, points and zones as geometry")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a muscle, from GET /api/muscles.")] string id, AtlasData atlas, BodyAtlas body, HttpContext context)
    {
        if (!MuscleId.TryParse(id, null, out var muscleId) || !atlas.TryGetMuscle(muscleId, out var muscle))
        {
            return UnknownMuscle.Answer(id, atlas);
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                id,
                [.. body.FibresOf(muscleId, Side.Left).Select(VerticesOf)],
                [.. muscle.Points.Select(point => PointFrom(point, atlas, body))]));
    }

    private static ImmutableArray<FibreVertex> VerticesOf(PlacedFibre fibre) =>
        [.. fibre.Path.Zip(fibre.RadiiMillimetres, (place, radius) => new FibreVertex(Tenth(place.X), Tenth(place.Y), Tenth(place.Z), Tenth(radius)))];

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
        };
    }

    private static Position PositionFrom(Vector3 position) => new(Tenth(position.X), Tenth(position.Y), Tenth(position.Z));

    /// <summary>A tenth of a millimetre is finer than any screen shows, and a third of the bytes.</summary>
    private static float Tenth(float millimetres) => MathF.Round(millimetres, 1);
}

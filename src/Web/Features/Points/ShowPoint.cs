using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Points;

/// <summary><c>GET /api/v1/points/{id}</c>: where one point is and how to find it by hand.</summary>
public static class ShowPoint
{
    public sealed record Response
    {
        public required string Id { get; init; }

        public required string Muscle { get; init; }

        [Description("Everyday name of the muscle.")]
        public required string Name { get; init; }

        [Description("Where in the muscle, in plain words.")]
        public required string Where { get; init; }

        [Description("How to sit or lie so that the muscle is slack enough to feel.")]
        public required string Position { get; init; }

        [Description("The way to it from places one can feel.")]
        public required string Landmarks { get; init; }

        [Description("What the band feels like.")]
        public required string Feels { get; init; }

        [Description("What a press should bring on when this point contributes.")]
        public required string Press { get; init; }

        [Description("False for a point that only a therapist should press.")]
        public required bool BySelf { get; init; }

        [Description("How far around its place the knot may lie, in millimetres.")]
        public required float SpreadMillimetres { get; init; }

        [Description("The point on each side it is on.")]
        public required ImmutableArray<PressedAt> Sides { get; init; }

        public required EvidenceGrade Grade { get; init; }

        [Description("How well place and zones are supported, in words.")]
        public required string Evidence { get; init; }
    }

    [Description("The place on the skin to press, in millimetres: x the person's left, y up, z forward.")]
    public sealed record PressedAt(Side Side, float X, float Y, float Z, [property: Description("From the skin to the point.")] float DepthMillimetres);

    internal static void MapShowPoint(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/points/{id}", Handle)
        .WithTags("Atlas")
        .WithName("ShowPoint")
        .WithSummary("Show where a trigger point is and how to find it by hand")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a point, from GET /api/v1/points.")] string id, AtlasData atlas, BodyAtlas body, Texts T, HttpContext context)
    {
        if (!KnownPoint.TryFind(id, atlas, out var muscle, out var point))
        {
            return KnownPoint.Unknown(id, atlas);
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(From(muscle, point, body, T));
    }

    private static Response From(Muscle muscle, TriggerPoint point, BodyAtlas body, Texts T) => new()
    {
        Id = point.Id.ToString(),
        Muscle = muscle.Id.ToString(),
        Name = muscle.Name,
        Where = point.Where,
        Position = point.Find.Position,
        Landmarks = point.Find.Landmarks,
        Feels = point.Find.Feels,
        Press = point.Find.Press,
        BySelf = muscle.Treatment.By != TreatedBy.Professional,
        SpreadMillimetres = point.SpreadMillimetres,
        Sides = [.. muscle.Sides.Select(side => PlaceFrom(side, body.PlaceOf(new SidedPoint(point.Id, side))))],
        Grade = point.Evidence.Grade,
        Evidence = Wording.Of(T, point.Evidence.Grade),
    };

    private static PressedAt PlaceFrom(Side side, PlacedPoint place)
    {
        Vector3 skin = place.OnSkin;
        return new(side, Tenth(skin.X), Tenth(skin.Y), Tenth(skin.Z), MathF.Round(place.DepthMillimetres));
    }

    private static float Tenth(float millimetres) => MathF.Round(millimetres, 1);
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Points;

/// <summary><c>GET /api/v1/points/{id}/zone</c>: where one point is felt.</summary>
public static class ShowZone
{
    public sealed record Response
    {
        public required string DataVersion { get; init; }

        public required string Point { get; init; }

        public required Side Side { get; init; }

        [Description("Where it is felt on the skin, ascending by cell.")]
        public required ImmutableArray<FeltCell> Cells { get; init; }

        [Description("The regions in which at least one in ten feel it, on the skin and inside, most often first.")]
        public required ImmutableArray<FeltRegion> Regions { get; init; }
    }

    public sealed record FeltCell(
        int Cell,
        [property: Description("How often it is felt here, above 0 to 1, less towards the edge of the zone.")] float Weight,
        ZoneKind Kind);

    public sealed record FeltRegion(
        string Region,
        string Name,
        Side Side,
        [property: Description("How often it is felt in the part of the region that it covers best, 0 to 1.")] double Frequency);

    internal static void MapShowZone(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/points/{id}/zone", Handle)
        .WithTags("Atlas")
        .WithName("ShowZone")
        .WithSummary("Show where a trigger point is felt: surface cells with weights, and regions")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ValidationProblem, ProblemHttpResult> Handle(
        [Description("Id of a point, from GET /api/v1/points.")] string id,
        [Description("The person's own side.")][AllowedValues("left", "right")] string? side,
        AtlasData atlas,
        BodyAtlas body,
        PainModel model,
        HttpContext context)
    {
        if (!KnownPoint.TryFind(id, atlas, out var muscle, out var point))
        {
            return KnownPoint.Unknown(id, atlas);
        }

        var sides = muscle.Sides.Where(known => known.ToWord().Equals(side, StringComparison.Ordinal)).ToList();
        if (sides is not [var asked])
        {
            var allowed = string.Join(", ", muscle.Sides.Select(known => known.ToWord()));
            var problem = string.IsNullOrEmpty(side) ? $"The side is missing. Allowed: {allowed}." : $"The point '{id}' has no side '{side}'. Allowed: {allowed}.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["side"] = [problem] }, detail: problem, title: "No such side");
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(From(new SidedPoint(point.Id, asked), atlas, body, model));
    }

    private static Response From(SidedPoint point, AtlasData atlas, BodyAtlas body, PainModel model) => new()
    {
        DataVersion = atlas.Version,
        Point = point.Point.ToString(),
        Side = point.Side,
        Cells = [.. body.ZoneOf(point).Select(weight => new FeltCell(weight.Cell.Value, MathF.Round(weight.Weight, 3), weight.Kind))],
        Regions =
        [
            .. model.FeltAt(point).Select(felt => new FeltRegion(
                felt.Region.Region.ToString(), atlas.Region(felt.Region.Region).Name, felt.Region.Side, Math.Round(felt.Frequency, 3))),
        ],
    };
}

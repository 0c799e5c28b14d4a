using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Regions;

/// <summary><c>GET /api/v1/regions/{id}</c>: one place that can be marked, and the points that are felt there.</summary>
public static class ShowRegion
{
    public sealed record Response(
        string DataVersion,
        ListRegions.RegionEntry Region,
        [property: Description("Points that are felt here, most often first.")] ImmutableArray<FeltHere> Points);

    public sealed record FeltHere(
        [property: Description("Side of the region.")] Side RegionSide,
        string Point,
        [property: Description("Side of the point.")] Side Side,
        string Muscle,
        [property: Description("Everyday name of the muscle.")] string Name,
        [property: Description("How often people with the point feel it in the part of the region that it covers best, 0 to 1.")] double Frequency);

    internal static void MapShowRegion(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/regions/{id}", Handle)
        .WithTags("Atlas")
        .WithName("ShowRegion")
        .WithSummary("Show a region: names, sides, surface cells, and the points that are felt there")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Response>, StatusCodeHttpResult, ProblemHttpResult> Handle(
        [Description("Id of a region, from GET /api/v1/regions.")] string id, AtlasData atlas, BodyAtlas body, PainModel model, HttpContext context)
    {
        if (!RegionId.TryParse(id, null, out var regionId) || !atlas.TryGetRegion(regionId, out var region))
        {
            return UnknownName.Answer("region", id, NearestNames.Of(id, atlas.Regions, 3).Select(near => near.Id.ToString()), "/api/v1/regions");
        }

        return Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, ListRegions.EntryFrom(region, body), [.. FeltIn(region, atlas, model)]));
    }

    private static IEnumerable<FeltHere> FeltIn(Region region, AtlasData atlas, PainModel model) =>
        from side in region.AllowedSides
        from felt in model.ReferringTo(new SidedRegion(region.Id, side))
        let muscle = atlas.Point(felt.Point.Point).Muscle
        select new FeltHere(side, felt.Point.Point.ToString(), felt.Point.Side, muscle.Id.ToString(), muscle.Name, Math.Round(felt.Frequency, 3));
}

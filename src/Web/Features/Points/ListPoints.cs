using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Points;

/// <summary><c>GET /api/v1/points</c>: every trigger point of the atlas.</summary>
public static class ListPoints
{
    public sealed record Response(string DataVersion, ImmutableArray<ListedPoint> Points);

    public sealed record ListedPoint(
        string Id,
        string Muscle,
        [property: Description("Everyday name of the muscle.")] string Name,
        [property: Description("Where in the muscle, in plain words.")] string Where,
        [property: Description("The sides it is on.")] ImmutableArray<Side> Sides);

    internal static void MapListPoints(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/points", Handle)
        .WithTags("Atlas")
        .WithName("ListPoints")
        .WithSummary("List every trigger point: muscle, place, sides")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, [.. atlas.Muscles.SelectMany(muscle => muscle.Points.Select(point => EntryFrom(muscle, point)))]));

    private static ListedPoint EntryFrom(Muscle muscle, TriggerPoint point) => new(point.Id.ToString(), muscle.Id.ToString(), muscle.Name, point.Where, muscle.Sides);
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/v1/muscles/bundle</c>: every muscle in one answer, for those who want to have all of them at once.</summary>
public static class BundleMuscles
{
    public sealed record Response(string DataVersion, ImmutableArray<ShowMuscle.Response> Muscles, ImmutableArray<DrawMuscle.Response> Figures);

    internal static void MapBundleMuscles(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles/bundle", Handle)
        .WithTags("Atlas")
        .WithName("BundleMuscles")
        .WithSummary("Get everything about every muscle: how to find and release its points, and its figure")
        .WithDescription("Some 5 MB, under 1 MB compressed. Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, BodyAtlas body, Texts T, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                atlas.Version,
                [.. atlas.Muscles.Select(muscle => ShowMuscle.From(muscle, atlas, T))],
                [.. atlas.Muscles.Select(muscle => DrawMuscle.From(muscle, atlas, body))]));
}

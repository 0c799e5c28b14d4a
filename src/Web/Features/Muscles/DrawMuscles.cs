using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/muscles/figures</c>: the fibres of every muscle, for a figure without its skin.</summary>
public static class DrawMuscles
{
    [Description("Geometry of the left side in millimetres, x the person's left, y up, z forward. The right side is its mirror image: x becomes -x.")]
    public sealed record Response(string DataVersion, ImmutableArray<DrawnMuscle> Muscles);

    public sealed record DrawnMuscle(
        string Id,
        [property: Description("Everyday name.")] string Name,
        [property: Description("Whether it is seen as soon as the skin is lifted off.")] MuscleLayer Layer,
        ImmutableArray<ImmutableArray<FibreVertex>> Fibres);

    internal static void MapDrawMuscles(this IEndpointRouteBuilder app) => app
        .MapGet("/api/muscles/figures", Handle)
        .WithTags("Atlas")
        .WithName("DrawMuscles")
        .WithSummary("Get the fibres of every muscle as geometry")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, BodyAtlas body, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                atlas.Version,
                [.. atlas.Muscles.Select(muscle => new DrawnMuscle(muscle.Id.ToString(), muscle.Name, muscle.Fibres.Layer, DrawnFibres.Of(muscle.Id, body)))]));
}

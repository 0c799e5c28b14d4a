using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>GET /api/v1/muscles</c>: the muscles of the atlas and their points.</summary>
public static class ListMuscles
{
    public sealed record Response(string DataVersion, ImmutableArray<MuscleEntry> Muscles);

    public sealed record MuscleEntry(
        string Id,
        [property: Description("Everyday name.")] string Name,
        string Latin,
        BodyPart Part,
        ImmutableArray<PointEntry> Points);

    public sealed record PointEntry(string Id, [property: Description("Where in the muscle, in plain words.")] string Where);

    internal static void MapListMuscles(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/muscles", Handle)
        .WithTags("Atlas")
        .WithName("ListMuscles")
        .WithSummary("List the muscles of the atlas and their trigger points")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, [.. atlas.Muscles.Select(EntryFrom)]));

    private static MuscleEntry EntryFrom(Muscle muscle) => new(
        muscle.Id.ToString(),
        muscle.Name,
        muscle.Latin,
        muscle.Part,
        [.. muscle.Points.Select(point => new PointEntry(point.Id.ToString(), point.Where))]);
}

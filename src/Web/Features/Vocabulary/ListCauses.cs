using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Vocabulary;

/// <summary><c>GET /api/v1/causes</c>: what sets points off or keeps them alive, to be answered in a trace.</summary>
public static class ListCauses
{
    public sealed record Response(string DataVersion, ImmutableArray<ListedCause> Causes);

    public sealed record ListedCause(string Id, [property: Description("Plain words, as an answer to \"what might have set it off?\".")] string Name);

    internal static void MapListCauses(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/causes", Handle)
        .WithTags("Answers")
        .WithName("ListCauses")
        .WithSummary("List the causes that a trace can be told about")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(atlas.Version, [.. atlas.Causes.Select(cause => new ListedCause(cause.Id.ToString(), cause.Name))]));
}

using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Finder;

/// <summary><c>GET /api/v1/fallback</c>: what a browser ranks by while it has no connection.</summary>
public static class ListFallback
{
    [Description("For every place by itself the points that most likely contribute when nothing else hurts. No substitute for a trace, which weighs all places together.")]
    public sealed record Response
    {
        public required string DataVersion { get; init; }

        [Description("Version of the model that made the lists.")]
        public required string ModelVersion { get; init; }

        [Description("Probabilities in words, highest first.")]
        public required ImmutableArray<WordsFrom> Likelihoods { get; init; }

        [Description("Every point that a list names.")]
        public required ImmutableArray<FallbackPoint> Points { get; init; }

        public required ImmutableArray<FallbackRegion> Regions { get; init; }
    }

    public sealed record WordsFrom([property: Description("0 to 1.")] double From, string Words);

    public sealed record FallbackPoint
    {
        public required string Point { get; init; }

        public required string Muscle { get; init; }

        [Description("Everyday name of the muscle.")]
        public required string Name { get; init; }

        [Description("Where in the muscle, in plain words.")]
        public required string Where { get; init; }

        [Description("False when only a professional should treat the muscle.")]
        public required bool BySelf { get; init; }

        [Description("Who should treat it; null when one can do it oneself.")]
        public required string? Care { get; init; }

        public required TracePain.GradeInWords Evidence { get; init; }
    }

    public sealed record FallbackRegion(
        string Region,
        [property: Description("Plain name without a side.")] string Name,
        Side Side,
        [property: Description("Most probable first.")] ImmutableArray<RankedHere> Points);

    public sealed record RankedHere(
        [property: Description("Place in the list of points, from 0.")] int Point,
        Side Side,
        [property: Description("0 to 1, when only this region hurts.")] double Probability);

    internal static void MapListFallback(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/fallback", Handle)
        .WithTags("Finder")
        .WithName("ListFallback")
        .WithSummary("List for every region the points that most likely contribute when it alone hurts")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, FallbackLists lists, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(lists.All);
}

using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Vocabulary;

/// <summary><c>GET /api/v1/symptoms</c>: what people notice beside pain, to be answered in a trace.</summary>
public static class ListSymptoms
{
    public sealed record Response(string DataVersion, ImmutableArray<ListedSymptom> Symptoms);

    public sealed record ListedSymptom(
        string Id,
        [property: Description("A few plain words.")] string Name,
        [property: Description("The yes/no question to ask for it.")] string Question,
        [property: Description("Other words for it.")] ImmutableArray<string> Synonyms);

    internal static void MapListSymptoms(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/symptoms", Handle)
        .WithTags("Answers")
        .WithName("ListSymptoms")
        .WithSummary("List the symptoms beside pain that a trace can be told about")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                atlas.Version,
                [.. atlas.Symptoms.Select(symptom => new ListedSymptom(symptom.Id.ToString(), symptom.Name, symptom.Question, symptom.Synonyms))]));
}

using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Vocabulary;

/// <summary><c>GET /api/v1/questions</c>: questions about movements, postures and simple tests, to be answered in a trace.</summary>
public static class ListQuestions
{
    public sealed record Response(string DataVersion, ImmutableArray<ListedQuestion> Questions);

    public sealed record ListedQuestion(
        string Id,
        QuestionKind Kind,
        [property: Description("The yes/no question.")] string Text,
        [property: Description("How to do the test, or an example; null when the question needs none.")] string? Detail);

    internal static void MapListQuestions(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/questions", Handle)
        .WithTags("Answers")
        .WithName("ListQuestions")
        .WithSummary("List the questions about movements and tests that a trace can be told the answers to")
        .WithDescription("Changes only with the data version; with ?v=<data version> the answer may be cached for good.")
        .Produces(StatusCodes.Status304NotModified);

    private static Results<Ok<Response>, StatusCodeHttpResult> Handle(AtlasData atlas, HttpContext context) =>
        Versioned.IsKnownToClient(context, atlas.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new Response(
                atlas.Version,
                [.. atlas.Questions.Select(question => new ListedQuestion(question.Id.ToString(), question.Kind, question.Text, question.Detail))]));
}

using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Chart;

/// <summary><c>GET /chart.pdf</c> and <c>GET /chart.svg</c>: the chart as a file.</summary>
public static class DrawChart
{
    internal const string Pdf = "application/pdf";
    internal const string Svg = "image/svg+xml";

    internal static void MapDrawChart(this IEndpointRouteBuilder app)
    {
        Map(app, "/chart.pdf", "DrawChartAsPdf", "Get the chart as PDF", Pdf);
        Map(app, "/chart.svg", "DrawChartAsSvg", "Get the chart as SVG, its pages below one another", Svg);
    }

    private static void Map(IEndpointRouteBuilder app, string path, string name, string summary, string type) => app
        .MapGet(path, (
            [Description("Only points felt in this region: id, plain name or synonym.")] string? region,
            [Description("Only muscles of this part of the body, such as shoulder-arm.")] string? part,
            [Description("One muscle: id, plain or Latin name, or synonym. Alone it gets a chart of its own.")] string? muscle,
            [Description("Only muscles that go with these words.")] string? symptom,
            [Description("a4 (when left out), letter or a3.")] string? paper,
            [Description("The build of the figure; neutral when left out.")] string? build,
            HttpContext context, AtlasData atlas, ChartMaker maker, ChartShelf shelf, Texts T) => Handle(path == "/chart.pdf", context, atlas, maker, shelf, T))
        .WithTags("Chart")
        .WithName(name)
        .WithSummary(summary)
        .WithDescription("The same question has the same bytes as answer until the data or the program changes.")
        .Produces(StatusCodes.Status200OK, contentType: type)
        .Produces(StatusCodes.Status304NotModified)
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult, ValidationProblem> Handle(
        bool isPdf, HttpContext context, AtlasData atlas, ChartMaker maker, ChartShelf shelf, Texts T)
    {
        var query = new ChartQuery(context.Request.Query, maker, T);
        if (!query.Problems.IsEmpty)
        {
            return Refusal(query.Problems, T["This chart cannot be drawn"]);
        }

        if (query.Choice is ChartChoice.Nothing nothing)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: T["No point answers to all of this"], detail: nothing.Message);
        }

        return Versioned.IsKnownToClient(context, $"{atlas.Version}.{ChartMaker.Edition}")
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.File(shelf.Take(query.Choice, isPdf, query.Paper, query.Build), isPdf ? Pdf : Svg);
    }

    internal static ValidationProblem Refusal(ImmutableArray<(string Field, string Message)> problems, string title) => TypedResults.ValidationProblem(
        problems.GroupBy(problem => problem.Field, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray(), StringComparer.Ordinal),
        detail: string.Join(' ', problems.Select(problem => problem.Message)),
        title: title);
}

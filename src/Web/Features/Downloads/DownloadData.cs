using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Downloads;

/// <summary><c>GET /data/atlas.json</c> and <c>GET /data/{table}.csv</c>: the atlas as files.</summary>
public static class DownloadData
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Json = "application/json";

    internal static void MapDownloadData(this IEndpointRouteBuilder app)
    {
        app.MapGet("/data/atlas.json", (Atlases atlases, HttpContext context) => Answer(context, atlases.English, "unknot-atlas.json", Json, () => AtlasExport.Json(atlases.English)))
            .WithTags("Data")
            .WithName("DownloadAtlas")
            .WithSummary("Download the whole atlas as JSON, with version and licence")
            .Produces(StatusCodes.Status200OK, contentType: Json)
            .Produces(StatusCodes.Status304NotModified);
        app.MapGet("/data/{table}.csv", Table)
            .WithTags("Data")
            .WithName("DownloadTable")
            .WithSummary("Download one table of the atlas as CSV")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult> Table(
        [Description("muscles, anatomy, points, zones, releases, chains, priors, regions or sources.")] string table, Atlases atlases, HttpContext context) =>
        AtlasExport.Csv(atlases.English, table) is { } bytes
            ? Answer(context, atlases.English, $"unknot-{table}.csv", Csv, () => bytes)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "No such table",
                detail: $"There are these tables: {string.Join(", ", AtlasExport.Tables.Select(item => item.Name))}.");

    private static Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult> Answer(HttpContext context, AtlasData atlas, string name, string type, Func<byte[]> make)
    {
        if (Versioned.IsKnownToClient(context, atlas.Version))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        context.Response.Headers["X-Atlas-Version"] = atlas.Version;
        context.Response.Headers.Link = "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"";
        return TypedResults.File(make(), type, name);
    }
}

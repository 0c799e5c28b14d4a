using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Downloads;

/// <summary><c>GET /data/atlas.json</c> and <c>GET /data/{table}.csv</c>: the atlas as files; <c>/sitemap.xml</c> and <c>/robots.txt</c> for search engines.</summary>
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
        app.MapGet("/sitemap.xml", (AtlasData atlas, Texts texts, HttpContext context) => TypedResults.Text(SiteMap(atlas, texts, context), "application/xml", Encoding.UTF8)).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext context) => TypedResults.Text($"User-agent: *\nDisallow: /api/\nSitemap: {SiteAddress.Of(context, "/sitemap.xml")}\n", "text/plain", Encoding.UTF8)).ExcludeFromDescription();
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

    private static string SiteMap(AtlasData atlas, Texts texts, HttpContext context)
    {
        var paths = ((IEnumerable<string>)["/", "/muscles", "/pain", "/techniques", "/chart", "/evidence", "/data"])
            .Concat(atlas.Muscles.Select(muscle => $"/muscles/{muscle.Id}"))
            .Concat(atlas.Regions.Select(region => $"/pain/{region.Id}"))
            .Concat(atlas.Techniques.Select(technique => $"/techniques/{technique.Id}"));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        foreach (var path in paths)
        {
            string In(string language) => System.Security.SecurityElement.Escape(SiteAddress.Of(context, path, language))!;
            var alternates = string.Concat(texts.Languages.Select(language => $"<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{In(language)}\"/>"));
            foreach (var language in texts.Languages)
            {
                text.Append(CultureInfo.InvariantCulture, $"<url><loc>{In(language)}</loc>{alternates}</url>\n");
            }
        }

        return text.Append("</urlset>\n").ToString();
    }
}

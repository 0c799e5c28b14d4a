using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Offline;

/// <summary>
/// <c>GET /sw.js</c>: the worker that keeps the site for a time without connection. Its list of files stands in the script itself: a new
/// release is a new script, which is how a browser notices.
/// </summary>
internal static class WorkerScript
{
    internal const string File = "/islands/worker.js";

    /// <summary>Pages of the shell. One that this site does not have is left out, so that the worker's installation never waits for it.</summary>
    private static readonly ImmutableArray<string> ShellPages = ["/", "/release", "/progress", "/offline"];

    internal static void MapWorkerScript(this IEndpointRouteBuilder app) => app.MapGet("/sw.js", Handle).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Handle(HttpContext context, SiteRelease release, AtlasData atlas, EndpointDataSource endpoints, IWebHostEnvironment site, CancellationToken cancellation)
    {
        // Asked for at each visit: a stale worker would keep a stale site.
        if (Versioned.IsKnownToClient(context, release.Name))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var known = endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') ?? "").ToHashSet(StringComparer.Ordinal);
        var files = OfflineFiles.Of(release, atlas, [.. ShellPages.Where(page => known.Contains(page.TrimStart('/')))]);
        await using var script = site.WebRootFileProvider.GetFileInfo(File).CreateReadStream();
        using var reader = new StreamReader(script, Encoding.UTF8);
        var text = $"self.offlineFiles = {JsonSerializer.Serialize(files, OfflineJson.Default.OfflineFiles)};\n{await reader.ReadToEndAsync(cancellation)}";

        return TypedResults.Text(text, "text/javascript", Encoding.UTF8);
    }
}

using Microsoft.AspNetCore.StaticAssets;
using Unknot.Practice.Site;

namespace Unknot.Web.Hosting;

/// <summary>
/// While the practice works on its site, everybody but the signed-in is told to come back: 503 with Retry-After, a page from pages and a problem document from the
/// API. Files, health and the console answer as always.
/// </summary>
internal static class Maintenance
{
    /// <summary>Seconds.</summary>
    private const string ComeBackAfter = "600";

    /// <summary>After routing and, where there is one, authentication.</summary>
    internal static IApplicationBuilder UseMaintenance(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (IsAlwaysOpen(context) || !(await context.RequestServices.GetRequiredService<SettingsShelf>().CurrentAsync(context.RequestAborted)).UnderMaintenance)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ComeBackAfter;
    });

    private static bool IsAlwaysOpen(HttpContext context)
    {
        var path = context.Request.Path;
        return context.User.Identity?.IsAuthenticated is true
            || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments(Health.Path, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments(Problems.PagePath, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/pictures", StringComparison.OrdinalIgnoreCase)
            || path.Value is "/site.css" or "/sw.js" or "/manifest.webmanifest";
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Practice.Site;

namespace Unknot.Web.Hosting;

/// <summary><c>GET /site.css</c>: the practice's accent colours over those of <c>base.css</c>. A practice without any has no such file in its pages.</summary>
internal static class SiteColours
{
    /// <returns>Null when the practice has the product's own colours.</returns>
    internal static string? AddressFor(PracticeSettings practice) => Sheet(practice) is { Length: > 0 } sheet ? $"/site.css?v={VersionOf(sheet)}" : null;

    internal static void MapSiteColours(this IEndpointRouteBuilder app) => app.MapGet("/site.css", Handle).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Handle(HttpContext context, SettingsShelf shelf, CancellationToken cancellation)
    {
        var sheet = Sheet(await shelf.CurrentAsync(cancellation));
        return Versioned.IsKnownToClient(context, VersionOf(sheet)) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(sheet, "text/css", Encoding.UTF8);
    }

    /// <summary>Colours are read from what was checked and written anew: nothing else of the settings can get into the file.</summary>
    private static string Sheet(PracticeSettings practice)
    {
        var sheet = new StringBuilder();
        if (Rgb.TryParse(practice.AccentLight, out var light))
        {
            sheet.Append("@media (prefers-color-scheme: light) { ").Append(Rule(Accent.Light(light))).Append(" }\n");
        }

        if (Rgb.TryParse(practice.AccentDark, out var dark))
        {
            sheet.Append("@media (prefers-color-scheme: dark) { ").Append(Rule(Accent.Dark(dark))).Append(" }\n");
        }

        return sheet.ToString();
    }

    private static string Rule(Accent accent) => $":root {{ --act: {accent.Act}; --act-hover: {accent.Hover}; --on-act: {accent.OnAct}; --act-soft: {accent.Soft}; }}";

    private static string VersionOf(string sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)).AsSpan(0, 6));
}

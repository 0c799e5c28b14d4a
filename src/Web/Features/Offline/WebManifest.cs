using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Offline;

/// <summary><c>GET /manifest.webmanifest</c>: what a device needs to keep the site among its programs.</summary>
internal static class WebManifest
{
    /// <summary>Ground of the light theme. A manifest knows one; the pages tell both in their own heads.</summary>
    private const string Ground = "#f7f2ec";

    internal sealed record Document(
        string Id,
        string Name,
        [property: JsonPropertyName("short_name")] string ShortName,
        string Description,
        string Lang,
        [property: JsonPropertyName("start_url")] string StartUrl,
        string Scope,
        string Display,
        [property: JsonPropertyName("theme_color")] string ThemeColour,
        [property: JsonPropertyName("background_color")] string BackgroundColour,
        ImmutableArray<string> Categories,
        ImmutableArray<Icon> Icons,
        ImmutableArray<Shortcut> Shortcuts);

    internal sealed record Icon(string Src, string Sizes, string Type, string Purpose);

    internal sealed record Shortcut(string Name, string Url, ImmutableArray<Icon> Icons);

    internal static void MapWebManifest(this IEndpointRouteBuilder app) => app.MapGet("/manifest.webmanifest", Handle).ExcludeFromDescription();

    private static JsonHttpResult<Document> Handle(HttpContext context, Texts T)
    {
        context.Response.Headers.CacheControl = "no-cache";
        ImmutableArray<Icon> small = [new Icon("/icon-192.png", "192x192", "image/png", "any")];
        return TypedResults.Json(
            new Document(
                "/",
                T["Unknot: find and release trigger points"],
                "Unknot",
                T["Mark where it hurts, see which trigger points may contribute, and be guided through releasing them."],
                T.Current,
                "/",
                "/",
                "standalone",
                Ground,
                Ground,
                ["health", "education"],
                [
                    new Icon("/icon.svg", "any", "image/svg+xml", "any"),
                    .. small,
                    new Icon("/icon-512.png", "512x512", "image/png", "any"),
                    new Icon("/icon-maskable-512.png", "512x512", "image/png", "maskable"),
                ],
                [new Shortcut(T["Find"], "/", small), new Shortcut(T["Release"], "/release", small), new Shortcut(T["Progress"], "/progress", small)]),
            OfflineJson.Default.Document,
            contentType: "application/manifest+json");
    }
}

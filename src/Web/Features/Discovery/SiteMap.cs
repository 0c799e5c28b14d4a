using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Unknot.Atlas;
using Unknot.Practice.Articles;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Discovery;

/// <summary><c>/sitemap.xml</c> and <c>/robots.txt</c>: what search engines may find, in each language, and when an article last changed.</summary>
internal static class SiteMap
{
    private static readonly string[] Fixed = ["/", "/articles", "/articles/all", "/muscles", "/pain", "/techniques", "/chart", "/evidence", "/data", "/about", "/contact", "/privacy", "/terms", "/accessibility"];

    internal static void MapSiteMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", HandleAsync).ExcludeFromDescription();
        app.MapGet("/robots.txt", Robots).ExcludeFromDescription();
    }

    private static ContentHttpResult Robots(HttpContext context) =>
        TypedResults.Text($"User-agent: *\nDisallow: /api/\nDisallow: /console\nSitemap: {SiteAddress.Of(context, "/sitemap.xml")}\n", "text/plain", Encoding.UTF8);

    private static async Task<ContentHttpResult> HandleAsync(AtlasData atlas, Texts texts, PracticeDb db, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var articles = await db.PublicArticles(now).Select(article => new { article.Slug, article.ChangedAtUtc, article.PublishAtUtc, article.Revision }).ToListAsync(cancellation);
        var bookable = (await db.BookingRulesAsync(cancellation)).IsOpen ? await db.OnOffer().Select(service => service.Slug).ToListAsync(cancellation) : [];
        var pages = Fixed
            .Concat(bookable.Count > 0 ? [BookingDoor.Path] : Array.Empty<string>())
            .Concat(bookable.Select(slug => $"{BookingDoor.Path}/{slug}"))
            .Concat(atlas.Muscles.Select(muscle => $"/muscles/{muscle.Id}"))
            .Concat(atlas.Regions.Select(region => $"/pain/{region.Id}"))
            .Concat(atlas.Techniques.Select(technique => $"/techniques/{technique.Id}"))
            .Concat(atlas.Programmes.Select(programme => $"/release/{programme.Id}"))
            .Select(path => (Path: path, Changed: (DateTime?)null))
            .Concat(articles.Select(article => (Path: $"/articles/{article.Slug}", Changed: article.Revision > 1 && article.ChangedAtUtc > article.PublishAtUtc ? article.ChangedAtUtc : article.PublishAtUtc)));
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        foreach (var (path, changed) in pages)
        {
            string In(string language) => System.Security.SecurityElement.Escape(SiteAddress.Of(context, path, language))!;
            var alternates = string.Concat(texts.Languages.Select(language => $"<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{In(language)}\"/>"));
            var last = changed is { } at ? $"<lastmod>{at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</lastmod>" : "";
            foreach (var language in texts.Languages)
            {
                text.Append(CultureInfo.InvariantCulture, $"<url><loc>{In(language)}</loc>{last}{alternates}</url>\n");
            }
        }

        return TypedResults.Text(text.Append("</urlset>\n").ToString(), "application/xml", Encoding.UTF8);
    }
}

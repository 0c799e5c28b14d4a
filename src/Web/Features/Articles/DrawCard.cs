using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Articles;

/// <summary><c>GET /articles/{slug}/card.png</c>: the picture that other sites show beside a link to an article, 1200 × 630.</summary>
internal static class DrawCard
{
    private const int Most = 100;

    private static readonly ConcurrentDictionary<(ArticleId Id, int Revision, string Practice), byte[]> Drawn = new();

    /// <summary>Source Sans, which the charts are also set in; free under the SIL Open Font License.</summary>
    private static string Font => Path.Combine(AppContext.BaseDirectory, "fonts", "SourceSans3-SemiBold.ttf");

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/{slug}/card.png", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        string slug, PracticeDb db, TimeProvider time, SettingsShelf settings, ArticleShelf shelf, ArticleFigures figures, HttpContext context, CancellationToken cancellation)
    {
        var article = await db.PublicArticles(time.GetUtcNow().UtcDateTime).SingleOrDefaultAsync(each => each.Slug == slug, cancellation);
        if (article is null)
        {
            return TypedResults.NotFound();
        }

        var practice = (await settings.CurrentAsync(cancellation)).Name;
        var tag = $"\"{article.Id.Value:N}-{article.Revision}\"";
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "public, max-age=3600");
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var key = (article.Id, article.Revision, practice);
        if (!Drawn.TryGetValue(key, out var card))
        {
            var cover = article.CoverId is { } id
                ? await db.PictureFiles.AsNoTracking().Where(file => file.PictureId == id).OrderByDescending(file => file.Width).Select(file => file.Content).FirstOrDefaultAsync(cancellation)
                : null;
            var read = await shelf.TakeAsync(db, article, "en", cancellation);
            var muscle = read.Written.Muscles.Select(figures.Muscle).FirstOrDefault();
            card = await new ShareCard(Font).DrawAsync(article.Title, practice, cover, muscle is null ? null : figures.ArtOf(muscle), cancellation);
            if (Drawn.Count >= Most)
            {
                Drawn.Clear();
            }

            Drawn[key] = card;
        }

        return TypedResults.Bytes(card, "image/png");
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Home;

/// <summary>Of an article, what a card shows.</summary>
public sealed record ArticleCard(string Slug, string Title, string Summary, DateTime PublishedUtc, string Author);

/// <summary>The newest articles as cards; nothing while there are none.</summary>
public sealed class NewestArticlesViewComponent(PracticeDb db, TimeProvider time) : ViewComponent
{
    private const int Shown = 3;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var cards = await db.Articles.AsNoTracking()
            .Where(article => article.State == ArticleState.Published && article.PublishAtUtc <= now)
            .OrderByDescending(article => article.PublishAtUtc).ThenBy(article => article.Slug)
            .Take(Shown)
            .Select(article => new ArticleCard(article.Slug, article.Title, article.Summary, article.PublishAtUtc!.Value, article.Author!.Name))
            .ToListAsync(HttpContext.RequestAborted);
        return View("/Features/Home/_NewestArticles.cshtml", cards.ToImmutableArray());
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Articles;

/// <summary>The articles that speak of a muscle or region, for its page; nothing when there are none.</summary>
[ViewComponent(Name = "ArticlesAbout")]
public sealed class ArticlesAboutViewComponent(PracticeDb db, TimeProvider time, SettingsShelf settings) : ViewComponent
{
    private const int Most = 6;

    /// <param name="kind">One of <see cref="ArticleSubject"/>.</param>
    /// <param name="id">In the atlas.</param>
    public async Task<IViewComponentResult> InvokeAsync(string kind, string id)
    {
        var cancellation = HttpContext.RequestAborted;
        var entries = await ArticleEntry.Of(db.PublicArticles(time.GetUtcNow().UtcDateTime).About(db, kind, id).Take(Most)).ToListAsync(cancellation);
        return View("/Features/Articles/_ArticlesAbout.cshtml", (await settings.CurrentAsync(cancellation), (IReadOnlyList<ArticleEntry>)entries));
    }
}

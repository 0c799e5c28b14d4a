using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;

namespace Unknot.Bench.Practice;

/// <summary>One of the articles that the sample data holds, made to take comments whatever its age.</summary>
internal static class FirstArticle
{
    internal static async Task<string> SlugAsync(SiteProcess site, CancellationToken cancellation)
    {
        var db = site.Open();
        await using (db)
        {
            var article = await db.Articles.Where(each => each.State == ArticleState.Published).OrderByDescending(each => each.PublishAtUtc).FirstAsync(cancellation);
            article.TakesComments = true;
            await db.SaveChangesAsync(cancellation);
            return article.Slug;
        }
    }
}

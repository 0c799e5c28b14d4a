using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Web.Shared;

/// <summary>Puts an article that everybody sees into a site's database.</summary>
public static class StoredArticle
{
    public static async Task<ArticleId> AddAsync(IServiceProvider services, string slug, Action<Article>? change = null)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var author = new Author { Id = AuthorId.New(TimeProvider.System), Slug = $"author-of-{slug}", Name = "An author", Bio = "" };
        var article = new Article
        {
            Id = ArticleId.New(TimeProvider.System),
            Slug = slug,
            Title = "About necks",
            Summary = "What necks do.",
            Body = "They turn.",
            AuthorId = author.Id,
            CoverAlt = "",
            State = ArticleState.Published,
            PublishAtUtc = now.AddMinutes(-1),
            ChangedAtUtc = now,
            TakesComments = true,
            Revision = 1,
            Views = 0,
            ViewsSinceUtc = now,
        };
        change?.Invoke(article);
        db.Authors.Add(author);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }
}

using Unknot.Practice.Articles;

namespace Unknot.Practice.Shared;

/// <summary>Articles that tests need to be there.</summary>
public static class Written
{
    public static readonly DateTime Start = new(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>One that everybody sees since <see cref="Start"/>.</summary>
    public static async Task<ArticleId> ArticleAsync(TestStore store, string slug = "necks", Action<Article>? change = null)
    {
        await using var db = store.Open();
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
            PublishAtUtc = Start,
            ChangedAtUtc = Start,
            TakesComments = true,
            Revision = 1,
            Views = 0,
            ViewsSinceUtc = Start,
        };
        change?.Invoke(article);
        db.Authors.Add(author);
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Articles;

/// <summary>Which articles everybody may see, and which of them are about something.</summary>
public static class ArticleSearch
{
    /// <summary>More words than this are not looked for.</summary>
    private const int MostWords = 8;

    /// <summary>Those that are public at an instant, the newest first.</summary>
    public static IQueryable<Article> PublicArticles(this PracticeDb db, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Articles.AsNoTracking()
            .Where(article => article.State == ArticleState.Published && article.PublishAtUtc <= nowUtc)
            .OrderByDescending(article => article.PublishAtUtc).ThenByDescending(article => article.Id);
    }

    /// <summary>Those that hold every word, in any case.</summary>
    /// <param name="words">As somebody typed them.</param>
    public static IQueryable<Article> Holding(this IQueryable<Article> articles, string words)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(words);
        // PostgreSQL takes no zero in a text, and nobody looks for control characters.
        var visible = string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter));
        foreach (var word in visible.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            articles = articles.Where(article => article.SearchText.Contains(word));
        }

        return articles;
    }

    public static IQueryable<Article> Tagged(this IQueryable<Article> articles, string tag) =>
        Slugs.IsSlug(tag) ? articles.Where(article => article.Tags.Any(each => each.Tag == tag)) : articles.Where(_ => false);

    /// <summary>Those that speak of a muscle or region.</summary>
    /// <param name="kind">One of <see cref="ArticleSubject"/>.</param>
    public static IQueryable<Article> About(this IQueryable<Article> articles, PracticeDb db, string kind, string atlasId) =>
        articles.Where(article => db.ArticleSubjects.Any(subject => subject.ArticleId == article.Id && subject.Kind == kind && subject.AtlasId == atlasId));

    internal static string TextOf(ArticleDraft draft, WrittenArticle written) =>
        string.Join('\n', [draft.Title, draft.Summary, string.Join(' ', draft.Tags), written.PlainText]).ToLowerInvariant();
}

using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;

namespace Unknot.Web.Features.Articles;

/// <summary>Of an article, what a list shows.</summary>
public sealed record ArticleEntry(
    string Slug, string Title, string Summary, DateTime PublishedUtc, string Author, PictureId? CoverId, string CoverAlt, IReadOnlyList<string> Tags)
{
    internal static IQueryable<ArticleEntry> Of(IQueryable<Article> articles) => articles.Select(article => new ArticleEntry(
        article.Slug, article.Title, article.Summary, article.PublishAtUtc!.Value, article.Author!.Name, article.CoverId, article.CoverAlt,
        article.Tags.Select(tag => tag.Tag).ToList()));
}

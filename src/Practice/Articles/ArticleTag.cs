namespace Unknot.Practice.Articles;

/// <summary>A word that an article is found by: lower-case letters, digits and hyphens.</summary>
public sealed class ArticleTag
{
    public required ArticleId ArticleId { get; init; }

    public required string Tag { get; init; }
}

namespace Unknot.Practice.Articles;

/// <summary>A name that a once published article had; its address leads to the new one for ever.</summary>
public sealed class FormerSlug
{
    public required string Slug { get; init; }

    public required ArticleId ArticleId { get; init; }
}

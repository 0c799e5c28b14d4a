namespace Unknot.Practice.Articles;

/// <summary>What an article said after one save. Never changed, never removed while the article is there.</summary>
public sealed class ArticleRevision
{
    public required ArticleId ArticleId { get; init; }

    /// <summary>Counts from 1 within the article.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Body { get; init; }

    /// <summary>Its tags, sorted, with spaces between.</summary>
    public required string Tags { get; init; }

    public required DateTime SavedAtUtc { get; init; }

    /// <summary>Who saved it; null for what came with the product.</summary>
    public Guid? PersonId { get; init; }
}

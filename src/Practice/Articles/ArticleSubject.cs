namespace Unknot.Practice.Articles;

/// <summary>A muscle or region that an article speaks of, found in its text when it is saved; their pages list the article.</summary>
public sealed class ArticleSubject
{
    public const string Muscle = "muscle";
    public const string Region = "region";

    public required ArticleId ArticleId { get; init; }

    /// <summary><see cref="Muscle"/> or <see cref="Region"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id in the atlas.</summary>
    public required string AtlasId { get; init; }
}

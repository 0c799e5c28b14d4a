namespace Unknot.Practice.Articles;

/// <summary>Who may see an article. Stored by name: add new ones, never rename.</summary>
public enum ArticleState
{
    /// <summary>Only the console shows it.</summary>
    Draft,

    /// <summary>Everybody sees it from <see cref="Article.PublishAtUtc"/> on; before that it is scheduled.</summary>
    Published,
}

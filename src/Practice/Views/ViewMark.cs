using Unknot.Practice.Articles;

namespace Unknot.Practice.Views;

/// <summary>Says that one reader has seen one article on one day. Removed with the key of the day.</summary>
public sealed class ViewMark
{
    public required ArticleId ArticleId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Keyed hash of article, shortened network address and browser, in Base64.</summary>
    public required string Mark { get; init; }
}

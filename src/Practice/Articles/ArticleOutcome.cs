using System.Collections.Immutable;

namespace Unknot.Practice.Articles;

/// <summary>What became of something an editor did to an article.</summary>
public abstract record ArticleOutcome
{
    private ArticleOutcome()
    {
    }

    /// <summary>It is done, or there was nothing to do.</summary>
    public sealed record Done(Article Article) : ArticleOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Problems">All there are; at least one.</param>
    public sealed record Refused(ImmutableArray<FieldProblem> Problems) : ArticleOutcome;

    /// <summary>Somebody saved in the meantime, so nothing was changed: the editor has to look at both texts.</summary>
    /// <param name="Now">The article as the other left it.</param>
    public sealed record SavedByAnother(Article Now) : ArticleOutcome;

    /// <summary>There is no such article or revision.</summary>
    public sealed record NotThere : ArticleOutcome;
}

namespace Unknot.Practice.Comments;

/// <summary>What became of a comment that was sent.</summary>
public abstract record CommentOutcome
{
    private CommentOutcome()
    {
    }

    /// <summary>It is kept, and everybody or for now only its writer sees it.</summary>
    public sealed record Kept(CommentId Id, bool IsShown) : CommentOutcome;

    /// <summary>Nothing was kept; all that is wrong, in the order of the form.</summary>
    public sealed record Wrong(IReadOnlyList<CommentProblem> Problems) : CommentOutcome;

    /// <summary>The article takes no comments, or none any more.</summary>
    public sealed record Closed : CommentOutcome;
}

namespace Unknot.Practice.Comments;

/// <summary>What is wrong with a comment. The site has the words.</summary>
public enum CommentProblem
{
    NameMissing,
    NameTooLong,
    TextMissing,
    TextTooLong,
    EmailWrong,
    ParentGone,
}

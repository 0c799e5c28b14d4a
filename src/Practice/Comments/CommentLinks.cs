namespace Unknot.Practice.Comments;

/// <summary>Where the site's pages are, for what a mail must say.</summary>
/// <param name="Article">Address of a comment under its article, given the article's slug and the comment.</param>
/// <param name="StopNotices">Address at which a writer ends the notices about a comment.</param>
/// <param name="Queue">Address of what waits for a moderator.</param>
public sealed record CommentLinks(Func<string, CommentId, string> Article, Func<CommentId, string> StopNotices, string Queue);

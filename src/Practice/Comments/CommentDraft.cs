using Unknot.Practice.Articles;

namespace Unknot.Practice.Comments;

/// <summary>What a reader sends, as it was typed.</summary>
/// <param name="FormId">Of the form it was written in: the same form makes one comment, however often it is sent.</param>
public sealed record CommentDraft(ArticleId ArticleId, CommentId? ParentId, string Name, string Text, string Email, Guid FormId);

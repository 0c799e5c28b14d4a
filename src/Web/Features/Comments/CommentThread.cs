using Unknot.Practice.Comments;

namespace Unknot.Web.Features.Comments;

/// <summary>A comment with its answers, oldest first.</summary>
public sealed record CommentThread(Comment Comment, IReadOnlyList<Comment> Answers);

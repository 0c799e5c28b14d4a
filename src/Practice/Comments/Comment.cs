using Unknot.Practice.Articles;

namespace Unknot.Practice.Comments;

/// <summary>What a reader says under an article. Nothing in it but what the reader typed.</summary>
public sealed class Comment
{
    public required CommentId Id { get; init; }

    public required ArticleId ArticleId { get; init; }

    /// <summary>The comment it answers, which itself answers none; null for one of its own.</summary>
    public CommentId? ParentId { get; init; }

    public required string Name { get; set; }

    /// <summary>Plain text with a little Markdown; never HTML.</summary>
    public required string Text { get; set; }

    /// <summary>For a notice of replies; null when none is wanted. Never shown, removed when the reader says so.</summary>
    public string? Email { get; set; }

    public required CommentState State { get; set; }

    /// <summary>Why it waits, in a word for the moderator: <c>first</c>, <c>links</c>, <c>contact</c>, <c>reported</c>; empty when it does not.</summary>
    public required string HeldFor { get; set; }

    /// <summary>Tells comments of one writer from others': a keyed hash of name and, where given, address. Nobody can be found by it.</summary>
    public required string WriterMark { get; init; }

    /// <summary>True for an answer by the practice itself, written signed in.</summary>
    public required bool ByPractice { get; init; }

    public required DateTime WrittenAtUtc { get; init; }

    public DateTime? EditedAtUtc { get; set; }

    /// <summary>How many readers have reported it since it was last looked at.</summary>
    public required int Reports { get; set; }

    /// <summary>The form it was sent with, so that a form sent twice makes one comment.</summary>
    public required Guid FormId { get; init; }
}

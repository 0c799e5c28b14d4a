namespace Unknot.Practice.Comments;

/// <summary>A reader found a comment wrong. One a reader: the mark is a hash whose key is destroyed with the day.</summary>
public sealed class CommentReport
{
    public required CommentId CommentId { get; init; }

    public required string ReaderMark { get; init; }

    public required string Reason { get; init; }

    public required DateTime ReportedAtUtc { get; init; }
}

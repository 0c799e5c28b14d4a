namespace Unknot.Practice.Mail;

/// <summary>A message to be sent. It is written in the same transaction as what it tells of, and sent later, at least once.</summary>
public sealed class OutboxMessage
{
    public required MessageId Id { get; init; }

    /// <summary>What it is about, for the console: <c>contact</c>, <c>reply</c>, <c>moderation</c>, …</summary>
    public required string Kind { get; init; }

    public required string To { get; init; }

    /// <summary>Whom an answer goes to; null for the practice itself.</summary>
    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>A calendar file that goes with it, as text with its METHOD; null for none.</summary>
    public string? Calendar { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>Not to be tried before this.</summary>
    public required DateTime DueAtUtc { get; set; }

    public required int Attempts { get; set; }

    /// <summary>What the mail server said at the last attempt, without addresses; null before the first failure.</summary>
    public string? LastTrouble { get; set; }

    public DateTime? SentAtUtc { get; set; }

    /// <summary>When it was given up or put aside by a person; it can be taken up again.</summary>
    public DateTime? GivenUpAtUtc { get; set; }

    /// <summary>Two messages with the same text here are the same message; null for one that may come again.</summary>
    public string? OnceKey { get; init; }
}

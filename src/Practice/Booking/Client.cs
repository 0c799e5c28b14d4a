namespace Unknot.Practice.Booking;

/// <summary>Somebody who books.</summary>
public sealed class Client
{
    public required ClientId Id { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>Lower case, trimmed: finds a client again.</summary>
    public required string EmailKey { get; set; }

    public required string Phone { get; set; }

    /// <summary>Of the mails: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; set; }

    /// <summary>What the practice notes about a letter of medical necessity: who wrote it and when; empty for none. Personal.</summary>
    public required string LetterReference { get; set; }

    /// <summary>Last day the letter holds; null when it names none.</summary>
    public DateOnly? LetterValidUntil { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When what is personal was erased; the row stays because receipts and the trail refer to it.</summary>
    public DateTime? ErasedAtUtc { get; set; }
}

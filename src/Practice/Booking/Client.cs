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

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When what is personal was erased; the row stays because receipts and the trail refer to it.</summary>
    public DateTime? ErasedAtUtc { get; set; }
}

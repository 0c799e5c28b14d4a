namespace Unknot.Practice.Hooks;

/// <summary>One call to be made. It is written in the same transaction as what it tells of, and made later, at least once.</summary>
public sealed class WebhookDelivery
{
    public required Guid Id { get; init; }

    public required WebhookId WebhookId { get; init; }

    /// <summary><c>appointment.booked</c>, …</summary>
    public required string Event { get; init; }

    /// <summary>JSON: ids and times, never who somebody is or what hurts.</summary>
    public required string Body { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>Not to be tried before this.</summary>
    public required DateTime DueAtUtc { get; set; }

    public required int Attempts { get; set; }

    /// <summary>HTTP status of the last attempt, or a word for what went wrong; null before the first.</summary>
    public string? LastAnswer { get; set; }

    public DateTime? DeliveredAtUtc { get; set; }

    public DateTime? GivenUpAtUtc { get; set; }
}

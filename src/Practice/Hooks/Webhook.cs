namespace Unknot.Practice.Hooks;

/// <summary>An address of the practice's own choice that is told when appointments change.</summary>
public sealed class Webhook
{
    public required WebhookId Id { get; init; }

    /// <summary>Absolute, https.</summary>
    public required string Address { get; set; }

    /// <summary>Key of the signatures, encrypted with the site's keys.</summary>
    public required string ProtectedSecret { get; set; }

    /// <summary>Names of events, separated by spaces: <c>appointment.booked appointment.moved</c>.</summary>
    public required string Events { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When it was switched off, by a person or after too many failures; null while it is on.</summary>
    public DateTime? StoppedAtUtc { get; set; }
}

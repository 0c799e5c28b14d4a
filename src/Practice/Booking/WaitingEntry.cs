namespace Unknot.Practice.Booking;

/// <summary>Somebody who waits for a time that somebody else may give back.</summary>
public sealed class WaitingEntry
{
    public required WaitingId Id { get; init; }

    public required ServiceId ServiceId { get; init; }

    /// <summary>One of the service's lengths.</summary>
    public required int Minutes { get; init; }

    /// <summary>Null for whoever is free.</summary>
    public TherapistId? TherapistId { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public required string Phone { get; set; }

    /// <summary>Of the mails: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; set; }

    /// <summary>First day wanted, in the practice's zone.</summary>
    public required DateOnly FirstDay { get; set; }

    /// <summary>Last day wanted, included.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>Days of the week wanted: bit 0 is Monday, bit 6 Sunday; 127 for any.</summary>
    public required int Days { get; set; }

    /// <summary>Earliest start wanted, in minutes from midnight on the practice's clock.</summary>
    public required int EarliestMinute { get; set; }

    /// <summary>Latest start wanted, in minutes from midnight.</summary>
    public required int LatestMinute { get; set; }

    public required WaitingState State { get; set; }

    /// <summary>Who came first is offered first.</summary>
    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>The hold that is offered; null when there is none.</summary>
    public AppointmentId? OfferedId { get; set; }

    /// <summary>Rises with every change; a change that knew an older one is refused.</summary>
    public required int Version { get; set; }

    /// <summary>Of the form that made it, so that a form sent twice makes one.</summary>
    public required Guid RequestKey { get; init; }
}

namespace Unknot.Practice.Booking;

/// <summary>
/// A time that is kept with a therapist, and in a room. Holds, requests and confirmed sessions are rows of this one table, under
/// constraints of the database that let no two occupy the same therapist or room at once. Rows are never deleted.
/// </summary>
public sealed class Appointment
{
    public required AppointmentId Id { get; init; }

    public required TherapistId TherapistId { get; set; }

    public Therapist? Therapist { get; init; }

    public RoomId? RoomId { get; set; }

    /// <summary>Null for blocked time.</summary>
    public ServiceId? ServiceId { get; init; }

    public Service? Service { get; init; }

    public required DateTime StartsAtUtc { get; set; }

    public required DateTime EndsAtUtc { get; set; }

    /// <summary>Begin of the session less its buffer.</summary>
    public required DateTime OccupiedFromUtc { get; set; }

    /// <summary>End of the session and its buffer. Not included.</summary>
    public required DateTime OccupiedToUtc { get; set; }

    public required AppointmentState State { get; set; }

    /// <summary>When a hold runs out; null for anything else.</summary>
    public DateTime? HoldEndsAtUtc { get; set; }

    /// <summary>Null while it is a hold, and for blocked time.</summary>
    public ClientId? ClientId { get; set; }

    public Client? Client { get; init; }

    /// <summary>Names of the add-ons as booked, in their order; empty for none.</summary>
    public required string AddOns { get; set; }

    /// <summary>As agreed when it was booked.</summary>
    public required int PriceCents { get; set; }

    /// <summary>What the client wants the therapist to know; personal.</summary>
    public required string ClientNote { get; set; }

    /// <summary>The client's body map as JSON, when one was attached; personal.</summary>
    public string? BodyMap { get; set; }

    /// <summary>Version of the text the client agreed to; empty for none.</summary>
    public required string ConsentVersion { get; set; }

    public DateTime? ConsentAtUtc { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When its reminder is to be sent; null when there is none to send, or it is sent.</summary>
    public DateTime? RemindAtUtc { get; set; }

    /// <summary>The same for all that were booked together as a series; null for one alone.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>SEQUENCE of its calendar file: rises with every change that a calendar must see.</summary>
    public required int Sequence { get; set; }

    /// <summary>Rises with every change; a change that knew an older one is refused.</summary>
    public required int Version { get; set; }

    /// <summary>Of the form that made it, so that a form sent twice makes one appointment.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>Does it keep others out?</summary>
    public bool Occupies => State is AppointmentState.Held or AppointmentState.Pending or AppointmentState.Confirmed or AppointmentState.Blocked or AppointmentState.Done;
}

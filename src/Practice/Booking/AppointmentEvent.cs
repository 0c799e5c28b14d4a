namespace Unknot.Practice.Booking;

/// <summary>One thing that happened to an appointment. Added, never changed.</summary>
public sealed class AppointmentEvent
{
    public required Guid Id { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary><c>held</c>, <c>booked</c>, <c>moved</c>, <c>cancelled</c>, …</summary>
    public required string What { get; init; }

    /// <summary>Who of the practice; null for the client and for the product itself.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Start before and after, or a reason; no personal data.</summary>
    public required string Note { get; init; }
}

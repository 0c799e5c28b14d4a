using Unknot.Practice.Booking;

namespace Unknot.Practice.Receipts;

/// <summary>Money that the practice received for a visit. It is written down here, never taken here.</summary>
public sealed class Payment
{
    public required PaymentId Id { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    /// <summary>In the practice's zone.</summary>
    public required DateOnly ReceivedOn { get; init; }

    public required PaymentMethod Method { get; init; }

    public required PaymentPurpose Purpose { get; init; }

    /// <summary>Above 0, in cents of the practice's currency.</summary>
    public required int AmountCents { get; init; }

    /// <summary>Number on a card slip or of a transfer; may be empty, never a card's number.</summary>
    public required string Reference { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTime RecordedAtUtc { get; init; }

    /// <summary>When it turned out to be wrong or was given back; it stays.</summary>
    public DateTime? WithdrawnAtUtc { get; set; }
}

using Unknot.Practice.Booking;

namespace Unknot.Practice.Receipts;

/// <summary>A document about one visit, frozen when it is issued: what it says never changes, and it is never removed. A correction is a further receipt.</summary>
public sealed class Receipt
{
    public required ReceiptId Id { get; init; }

    /// <summary>Year of issue in the practice's zone; with <see cref="Number"/> it is what people see.</summary>
    public required int Year { get; init; }

    /// <summary>1, 2, 3 … within the year, without gaps.</summary>
    public required int Number { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    public required ClientId ClientId { get; init; }

    /// <summary>Day of the visit in the practice's zone: the year that a plan asks about.</summary>
    public required DateOnly ServiceDate { get; init; }

    /// <summary>All that the document says, as JSON.</summary>
    public required string Document { get; init; }

    public required DateTime IssuedAtUtc { get; init; }

    public required Guid IssuedById { get; init; }

    /// <summary>The receipt that this one replaces; null for none.</summary>
    public ReceiptId? CorrectsId { get; init; }
}

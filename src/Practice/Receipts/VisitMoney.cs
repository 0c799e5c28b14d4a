using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Receipts;

/// <summary>Where a visit stands: what was agreed, what came in, what is left. In cents.</summary>
/// <param name="Discount">As its newest receipt says; 0 without one.</param>
/// <param name="Balance">Left to pay for the care; below 0 when more came in. A visit that did not take place leaves nothing.</param>
public sealed record VisitMoney(int Agreed, int Discount, long CarePaid, long OtherPaid, long Balance)
{
    /// <param name="discount">As its newest receipt says; 0 without one.</param>
    public static VisitMoney Of(Appointment visit, ImmutableArray<Payment> payments, int discount)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var counted = payments.Where(payment => payment.WithdrawnAtUtc is null).ToList();
        var care = counted.Where(payment => payment.Purpose is PaymentPurpose.Care).Sum(payment => (long)payment.AmountCents);
        var other = counted.Where(payment => payment.Purpose is not PaymentPurpose.Care).Sum(payment => (long)payment.AmountCents);
        var due = visit.State is AppointmentState.NoShow or AppointmentState.Cancelled ? 0 : visit.PriceCents - discount;
        return new(visit.PriceCents, discount, care, other, due - care);
    }
}

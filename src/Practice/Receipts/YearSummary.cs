using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Receipts;

/// <summary>All visits of a client in a plan year, by the day of the visit: a summary of receipts and no receipt itself.</summary>
/// <param name="ClientName">As it is now.</param>
/// <param name="Only">Name of the therapist whose visits these are; null for all of the practice.</param>
/// <param name="Receipts">By day of the visit; of corrected ones only the last.</param>
/// <param name="WithoutReceipt">Visits of that year that took place and have no receipt, by day.</param>
public sealed record YearSummary(
    ClientId ClientId,
    string ClientName,
    int Year,
    string? Only,
    ImmutableArray<YearSummary.Entry> Receipts,
    ImmutableArray<YearSummary.Open> WithoutReceipt)
{
    /// <summary>One for each currency, in its order of appearance.</summary>
    public ImmutableArray<Totals> Sums => [.. Receipts.Select(entry => entry.Document).GroupBy(document => document.Currency, StringComparer.Ordinal).Select(group => new Totals(
        group.Key,
        group.Sum(each => (long)each.CareChargedCents),
        group.Sum(each => (long)each.CareDiscountCents),
        group.Sum(each => (long)each.CarePaidCents),
        group.Sum(each => (long)each.CareBalanceCents),
        group.Sum(each => (long)each.NotCareCents)))];

    public sealed record Entry(ReceiptId Id, ReceiptDocument Document);

    public sealed record Open(AppointmentId Visit, DateOnly Day);

    /// <summary>In cents. <paramref name="NotCare"/> is in none of the others.</summary>
    public sealed record Totals(string Currency, long Charged, long Discount, long Paid, long Balance, long NotCare);
}

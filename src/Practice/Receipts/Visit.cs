using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Site;

namespace Unknot.Practice.Receipts;

/// <summary>All that a receipt of one visit is made from.</summary>
/// <param name="Appointment">With service, client and therapist.</param>
/// <param name="Payments">Withdrawn ones too, in the order they were received.</param>
/// <param name="Receipts">Oldest first: each corrects the one before.</param>
public sealed record Visit(
    Appointment Appointment,
    ImmutableArray<Payment> Payments,
    ImmutableArray<Receipt> Receipts,
    PracticeSettings Practice,
    BookingSettings Booking,
    DateTimeZone Zone)
{
    public Receipt? Newest => Receipts.IsEmpty ? null : Receipts[^1];

    public DateOnly Day => PracticeDay.DayOf(Appointment.StartsAtUtc, Zone);

    public TimeOnly Starts => PracticeDay.ClockOf(Appointment.StartsAtUtc, Zone);

    public TimeOnly Ends => PracticeDay.ClockOf(Appointment.EndsAtUtc, Zone);

    public int Minutes => (int)(Appointment.EndsAtUtc - Appointment.StartsAtUtc).TotalMinutes;

    public VisitMoney Money => VisitMoney.Of(Appointment, Payments, Newest is { } receipt ? ReceiptDocument.Parse(receipt.Document).CareDiscountCents : 0);

    /// <summary>The care was given: somebody said so, or its time is past and nobody said otherwise.</summary>
    public bool TookPlace(DateTime now) => Appointment.State is AppointmentState.Done || (Appointment.State is AppointmentState.Confirmed && Appointment.EndsAtUtc <= now);

    /// <summary>It will not take place any more; only a fee may be owed.</summary>
    public bool FellThrough => Appointment.State is AppointmentState.NoShow or AppointmentState.Cancelled;

    /// <summary>What the form says before anybody changes it: as the last receipt did, or else as it was booked.</summary>
    public ReceiptWish FirstWish()
    {
        if (Newest is { } receipt)
        {
            var before = ReceiptDocument.Parse(receipt.Document);
            var line = before.Care.FirstOrDefault();
            return new(before.Patient, before.Payer, line?.Description ?? Described, line?.Code ?? "", line?.Place ?? Place, line?.DiscountCents ?? 0);
        }

        return new(Appointment.Client!.Name, "", Described, "", Place, 0);
    }

    private string Described => Appointment.AddOns.Length == 0 ? Appointment.Service!.Name : $"{Appointment.Service!.Name} ({Appointment.AddOns})";

    private string Place => string.Join(", ", AddressLines());

    internal ImmutableArray<string> AddressLines()
    {
        if (Practice.Street.Length == 0)
        {
            return [];
        }

        return [Practice.Street, Joined(" ", Joined(", ", Practice.City, Practice.Region), Practice.PostalCode)];

        static string Joined(string by, params IEnumerable<string> parts) => string.Join(by, parts.Where(part => part.Length > 0));
    }
}

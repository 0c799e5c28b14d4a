using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking.News;

/// <summary>What the mails about a session say.</summary>
internal sealed record SessionFacts
{
    public required Appointment Appointment { get; init; }

    public required PracticeSettings Practice { get; init; }

    public required BookingSettings Booking { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Service Service { get; init; }

    public required string Therapist { get; init; }

    internal static async Task<SessionFacts> ReadAsync(PracticeDb db, Appointment appointment, CancellationToken cancellation) => new()
    {
        Appointment = appointment,
        Practice = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? SettingsDesk.ProductDefault(),
        Booking = await db.BookingSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault(),
        Zone = await new OfferBook(db).ZoneAsync(cancellation),
        Service = await db.Services.AsNoTracking().SingleAsync(service => service.Id == appointment.ServiceId, cancellation),
        Therapist = await db.Therapists.Where(therapist => therapist.Id == appointment.TherapistId).Select(therapist => therapist.Name).SingleAsync(cancellation),
    };
}

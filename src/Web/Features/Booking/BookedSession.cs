using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Booking;

/// <summary>What stands of a session, for its owner.</summary>
public enum SessionKind
{
    Booked,

    /// <summary>Waits for the practice's yes.</summary>
    Requested,
    Cancelled,
    Over,
}

/// <summary>A session as the holder of its link may see it: never an address, a number or a note of the client.</summary>
public sealed record BookedSession
{
    public required AppointmentId Id { get; init; }

    public required Appointment Appointment { get; init; }

    /// <summary>Of the client.</summary>
    public required string FirstName { get; init; }

    public required SessionKind Kind { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required BookingSettings Rules { get; init; }

    public required PracticeSettings Practice { get; init; }

    public required DateTime NowUtc { get; init; }

    public required string Token { get; init; }

    public Instant Start => Instant.FromDateTimeUtc(Appointment.StartsAtUtc);

    public Service Service => Appointment.Service!;

    public int Minutes => (int)(Appointment.EndsAtUtc - Appointment.StartsAtUtc).TotalMinutes;

    public Instant MoveUntil => Start - Duration.FromHours(Service.MoveHours);

    public Instant CancelUntil => Start - Duration.FromHours(Service.CancelHours);

    public bool IsOpen => Kind is SessionKind.Booked or SessionKind.Requested;

    public bool CanMove => IsOpen && NowUtc <= MoveUntil.ToDateTimeUtc();

    public bool CanCancel => IsOpen && NowUtc <= CancelUntil.ToDateTimeUtc();

    public string Path => $"/book/session/{Token}";
}

/// <summary>Finds the session of a signed link.</summary>
public sealed class SessionBook(PracticeDb db, OfferBook offers, BookingAddresses addresses, SettingsShelf shelf, TimeProvider time)
{
    /// <returns>Null when the link is forged, or leads to no session.</returns>
    public async Task<BookedSession?> FindAsync(string token, CancellationToken cancellation)
    {
        if (addresses.Read(token) is not { } id
            || await db.Appointments.AsNoTracking().Include(each => each.Service).Include(each => each.Therapist).Include(each => each.Client)
                .FirstOrDefaultAsync(each => each.Id == id && each.ServiceId != null && each.ClientId != null, cancellation) is not { } appointment)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        return new BookedSession
        {
            Id = id,
            Appointment = appointment,
            FirstName = appointment.Client!.Name.Split(' ', 2)[0],
            Kind = appointment.State switch
            {
                AppointmentState.Cancelled or AppointmentState.Expired or AppointmentState.Held => SessionKind.Cancelled,
                AppointmentState.Done or AppointmentState.NoShow => SessionKind.Over,
                _ when appointment.StartsAtUtc <= now => SessionKind.Over,
                AppointmentState.Pending => SessionKind.Requested,
                _ => SessionKind.Booked,
            },
            Zone = await offers.ZoneAsync(cancellation),
            Rules = await db.BookingRulesAsync(cancellation),
            Practice = await shelf.CurrentAsync(cancellation),
            NowUtc = now,
            Token = token,
        };
    }
}

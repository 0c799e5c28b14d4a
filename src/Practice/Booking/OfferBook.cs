using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Reads offers from the database: four queries, whatever is asked.</summary>
public sealed class OfferBook(PracticeDb db)
{
    /// <summary>Used until the practice has said where it is.</summary>
    private const string DefaultZone = "America/New_York";

    /// <summary>The zone of the practice.</summary>
    public async Task<DateTimeZone> ZoneAsync(CancellationToken cancellation)
    {
        var name = await db.Settings.AsNoTracking().Select(settings => settings.TimeZone).FirstOrDefaultAsync(cancellation);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name ?? DefaultZone) ?? DateTimeZoneProviders.Tzdb[DefaultZone];
    }

    /// <summary>What can be booked of a wish between two instants.</summary>
    /// <param name="now">Holds that have run out by then do not count.</param>
    /// <param name="except">An appointment that is to be moved and is not in its own way; null for none.</param>
    /// <returns>Null when there is nothing like the wish on offer.</returns>
    public async Task<Offer?> ReadAsync(SessionWish wish, Instant now, Instant from, Instant to, AppointmentId? except, CancellationToken cancellation)
    {
        var service = await db.Services.AsNoTracking().AsSingleQuery()
            .Include(each => each.Lengths).Include(each => each.AddOns).Include(each => each.Therapists).Include(each => each.Rooms)
            .FirstOrDefaultAsync(each => each.Id == wish.Service && (each.IsOffered || wish.KeepsLength), cancellation);
        if (service is null
            || (!wish.KeepsLength && service.Lengths.All(length => length.Minutes != wish.Minutes))
            || wish.AddOns.Distinct().Count() != wish.AddOns.Count
            || wish.AddOns.Any(id => service.AddOns.All(addOn => addOn.Id != id || !addOn.IsOffered)))
        {
            return null;
        }

        var givers = service.Therapists.Select(given => given.TherapistId).Where(id => wish.Therapist is null || id == wish.Therapist).ToList();
        var therapists = await db.Therapists.AsNoTracking().Where(each => givers.Contains(each.Id) && each.IsBookable).OrderBy(each => each.Id).ToListAsync(cancellation);
        var possible = service.Rooms.Select(given => given.RoomId).ToList();
        var rooms = await db.Rooms.AsNoTracking().Where(each => possible.Contains(each.Id) && each.IsOffered).OrderBy(each => each.Id).Select(each => each.Id).ToListAsync(cancellation);
        if (therapists.Count == 0 || (possible.Count > 0 && rooms.Count == 0))
        {
            return null;
        }

        var ids = therapists.ConvertAll(each => each.Id);
        var hours = await HoursAsync(ids, cancellation);
        var appointments = await AppointmentsAsync(ids, rooms, now, from, to, except, cancellation);
        return new Offer(await ZoneAsync(cancellation), service, wish, therapists, rooms, hours, appointments);
    }

    /// <summary>What is booked is read again, also for another time; all else is taken as it was a moment ago.</summary>
    internal async Task<Offer> AgainAsync(Offer offer, Instant now, Instant from, Instant to, AppointmentId? except, CancellationToken cancellation) =>
        offer.With(await AppointmentsAsync([.. offer.Therapists.Select(each => each.Id)], [.. offer.Rooms], now, from, to, except, cancellation));

    internal async Task<Dictionary<TherapistId, Hours>> HoursAsync(List<TherapistId> therapists, CancellationToken cancellation)
    {
        var windows = await db.WorkingWindows.AsNoTracking().Where(each => therapists.Contains(each.TherapistId)).ToListAsync(cancellation);
        var changes = await db.DayChanges.AsNoTracking().Where(each => therapists.Contains(each.TherapistId)).ToListAsync(cancellation);
        var closures = await db.Closures.AsNoTracking().Where(each => each.TherapistId == null || therapists.Contains(each.TherapistId!.Value)).ToListAsync(cancellation);
        return therapists.ToDictionary(id => id, id => new Hours(
            [.. windows.Where(each => each.TherapistId == id)],
            [.. changes.Where(each => each.TherapistId == id)],
            [.. closures.Where(each => each.TherapistId is null || each.TherapistId == id)]));
    }

    private async Task<List<Appointment>> AppointmentsAsync(
        List<TherapistId> therapists, List<RoomId> rooms, Instant now, Instant from, Instant to, AppointmentId? except, CancellationToken cancellation)
    {
        // A day to spare: limits count whole days, and buffers and long sessions reach beyond what is asked.
        var (first, last, current) = ((from - Duration.FromDays(2)).ToDateTimeUtc(), (to + Duration.FromDays(2)).ToDateTimeUtc(), now.ToDateTimeUtc());
        var found = await db.Appointments.AsNoTracking()
            .Where(each => each.OccupiedToUtc > first && each.OccupiedFromUtc < last
                && (therapists.Contains(each.TherapistId) || (each.RoomId != null && rooms.Contains(each.RoomId!.Value)))
                && (each.State == AppointmentState.Pending || each.State == AppointmentState.Confirmed || each.State == AppointmentState.Blocked || each.State == AppointmentState.Done
                    || (each.State == AppointmentState.Held && each.HoldEndsAtUtc > current)))
            .ToListAsync(cancellation);
        return [.. found.Where(each => each.Id != except)];
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>A place in the calendar that the practice wants.</summary>
/// <param name="ServiceId">Null for blocked time, which needs no room and knows no hours.</param>
/// <param name="Room">The one and no other; null for any of the service.</param>
/// <param name="PreferredRoom">Taken when it is free.</param>
/// <param name="Except">What is to be moved.</param>
internal sealed record HostPlace(
    ServiceId? ServiceId, TherapistId Therapist, Instant Start, TimeSpan Length, TimeSpan BufferBefore, TimeSpan BufferAfter, bool OutsideHours,
    RoomId? Room = null, RoomId? PreferredRoom = null, AppointmentId? Except = null)
{
    internal DateTime StartsAtUtc => Start.ToDateTimeUtc();

    internal DateTime OccupiedFromUtc => StartsAtUtc - BufferBefore;

    internal DateTime OccupiedToUtc => StartsAtUtc + Length + BufferAfter;

    internal static HostPlace Of(Service service, TherapistId therapist, Instant start, TimeSpan length, bool outsideHours) =>
        new(service.Id, therapist, start, length, TimeSpan.FromMinutes(service.BufferBeforeMinutes), TimeSpan.FromMinutes(service.BufferAfterMinutes), outsideHours);

    internal static HostPlace Plain(TherapistId therapist, Instant start, TimeSpan length) => new(null, therapist, start, length, TimeSpan.Zero, TimeSpan.Zero, OutsideHours: true);
}

/// <summary>Says whether a place can be had, and finds its room.</summary>
public sealed class HostPlaces(PracticeDb db, BookingDesk desk, OfferBook offers, OpenHours hours, TimeProvider time)
{
    /// <param name="wish">To find what is free near it; null for blocked time.</param>
    internal async Task<(HostOutcome? Refused, RoomId? Room)> FindAsync(HostPlace place, SessionWish? wish, CancellationToken cancellation)
    {
        var zone = await offers.ZoneAsync(cancellation);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date.AtStartOfDayInZone(zone).ToInstant();
        if (place.Start < today)
        {
            return (new HostOutcome.NoSuchTime(), null);
        }

        var rooms = await RoomsAsync(place.ServiceId, cancellation);
        if (place.Room is { } only)
        {
            if (!rooms.Contains(only))
            {
                return (new HostOutcome.NotOffered(), null);
            }

            rooms = [only];
        }

        if (!place.OutsideHours && !await IsOpenAsync(place, zone, cancellation))
        {
            return (new HostOutcome.OutsideHours(await NearestAsync(place, wish, cancellation)), null);
        }

        rooms = [.. rooms.OrderByDescending(room => room == place.PreferredRoom)];
        var taken = await TakenTimes.ReadAsync(db, place.Therapist, rooms, place.OccupiedFromUtc, place.OccupiedToUtc, place.Except, cancellation);
        return taken.IsFree(place.OccupiedFromUtc, place.OccupiedToUtc, out var room)
            ? (null, room)
            : (new HostOutcome.Taken(await NearestAsync(place, wish, cancellation)), null);
    }

    /// <summary>Checks who books what for whom.</summary>
    /// <returns>The offer, or why there is none.</returns>
    internal async Task<(HostOutcome? Refused, Offer? Offer)> OfferAsync(PracticeHost host, SessionWish wish, HostClient client, CancellationToken cancellation)
    {
        var therapist = await db.Therapists.AsNoTracking().FirstOrDefaultAsync(each => each.Id == wish.Therapist, cancellation);
        if (therapist is null || (client.Known is { } known && !await db.Clients.AnyAsync(each => each.Id == known && each.ErasedAtUtc == null, cancellation)))
        {
            return (new HostOutcome.NotOffered(), null);
        }

        if (!host.MayChange(therapist))
        {
            return (new HostOutcome.NotAllowed(), null);
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return await offers.ReadAsync(wish, now, now, now, null, cancellation) is { } offer ? (null, offer) : (new HostOutcome.NotOffered(), null);
    }

    internal Task<bool> GivesAsync(ServiceId service, TherapistId therapist, CancellationToken cancellation) =>
        db.Set<ServiceTherapist>().AnyAsync(each => each.ServiceId == service && each.TherapistId == therapist, cancellation);

    /// <summary>Rooms the service can be given in, in an order that stays the same; empty when it needs none.</summary>
    internal async Task<List<RoomId>> RoomsAsync(ServiceId? service, CancellationToken cancellation) => service is null
        ? []
        : await db.Set<ServiceRoom>().Where(given => given.ServiceId == service)
            .Join(db.Rooms.Where(room => room.IsOffered), given => given.RoomId, room => room.Id, (_, room) => room.Id).OrderBy(id => id).ToListAsync(cancellation);

    internal async Task<IReadOnlyList<FreeTime>> NearestAsync(HostPlace place, SessionWish? wish, CancellationToken cancellation) =>
        wish is null ? [] : await desk.NearestAsync(wish, place.Start, place.Except, asHost: true, cancellation);

    internal static void Put(Appointment appointment, HostPlace place)
    {
        appointment.StartsAtUtc = place.StartsAtUtc;
        appointment.EndsAtUtc = place.StartsAtUtc + place.Length;
        appointment.OccupiedFromUtc = place.OccupiedFromUtc;
        appointment.OccupiedToUtc = place.OccupiedToUtc;
    }

    internal static Appointment New(TimeProvider time, HostPlace place, RoomId? room, Offer offer, ClientId client, string note, Guid requestKey, Guid? seriesId) => new()
    {
        Id = AppointmentId.New(time),
        TherapistId = place.Therapist,
        RoomId = room,
        ServiceId = place.ServiceId,
        StartsAtUtc = place.StartsAtUtc,
        EndsAtUtc = place.StartsAtUtc + place.Length,
        OccupiedFromUtc = place.OccupiedFromUtc,
        OccupiedToUtc = place.OccupiedToUtc,
        State = AppointmentState.Confirmed,
        ClientId = client,
        AddOns = string.Join(", ", offer.AddOns.Select(addOn => addOn.Name)),
        PriceCents = offer.PriceCents,
        ClientNote = note,
        ConsentVersion = "",
        CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        SeriesId = seriesId,
        Sequence = 0,
        Version = 1,
        RequestKey = requestKey,
    };

    internal static Appointment NewBlocked(TimeProvider time, HostPlace place, Guid requestKey) => new()
    {
        Id = AppointmentId.New(time),
        TherapistId = place.Therapist,
        StartsAtUtc = place.StartsAtUtc,
        EndsAtUtc = place.StartsAtUtc + place.Length,
        OccupiedFromUtc = place.OccupiedFromUtc,
        OccupiedToUtc = place.OccupiedToUtc,
        State = AppointmentState.Blocked,
        AddOns = "",
        PriceCents = 0,
        ClientNote = "",
        ConsentVersion = "",
        CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        Sequence = 0,
        Version = 1,
        RequestKey = requestKey,
    };

    private async Task<bool> IsOpenAsync(HostPlace place, DateTimeZone zone, CancellationToken cancellation)
    {
        var end = place.Start + Duration.FromTimeSpan(place.Length);
        var open = await hours.BetweenAsync([place.Therapist], place.Start.InZone(zone).Date, end.InZone(zone).Date, cancellation);
        return open[place.Therapist].Any(each => each.Start <= place.Start && end <= each.End);
    }
}

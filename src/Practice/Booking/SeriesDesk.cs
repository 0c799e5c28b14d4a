using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Plans and books sessions that come back every few weeks: all that were chosen, or none.</summary>
public sealed class SeriesDesk(PracticeDb db, BookingDesk desk, HostDesk host, HostPlaces places, OpenHours hours, OfferBook offers, TimeProvider time)
{
    private const int MostNearest = 3;

    private static readonly Duration Around = Duration.FromDays(3);

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <returns>Null when there is nothing like it on offer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weeks or times are out of their range.</exception>
    public async Task<SeriesPlan?> PlanAsync(SeriesWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.EveryWeeks is < 1 or > SeriesWish.MostWeeks || wish.Times is < 2 or > SeriesWish.MostTimes)
        {
            throw new ArgumentOutOfRangeException(nameof(wish), wish, $"A series comes every 1 to {SeriesWish.MostWeeks} weeks, 2 to {SeriesWish.MostTimes} times.");
        }

        await desk.ExpireAsync(cancellation);
        var zone = await offers.ZoneAsync(cancellation);
        var walls = Enumerable.Range(0, wish.Times).Select(number => wish.First.PlusWeeks(number * wish.EveryWeeks)).ToList();
        var starts = walls.ConvertAll(wall => wall.InZoneLeniently(zone).ToInstant());
        var (from, to) = (starts[0] - Around, starts[^1] + Around);
        if (await offers.ReadAsync(wish.Session, Now, from, to, null, cancellation) is not { } offer)
        {
            return null;
        }

        var day = await DaysAsync(wish, offer, starts, cancellation);
        var dates = starts.Select((start, index) =>
        {
            var trouble = day.TroubleAt(start, out _);
            return new SeriesDate(index + 1, walls[index], start, trouble, trouble is SeriesTrouble.None or SeriesTrouble.Past ? [] : Nearest(offer, start));
        });
        return new SeriesPlan([.. dates], offer.Minutes, offer.PriceCents);
    }

    /// <summary>Books what was chosen in one transaction. Sent again with the same key, it gives the same answer.</summary>
    /// <param name="chosen">At least one, no number twice.</param>
    /// <param name="seriesId">Of the form; the series is named by it.</param>
    /// <exception cref="ArgumentException">The choices are none, or not of this series.</exception>
    public async Task<SeriesOutcome> BookAsync(
        PracticeHost by, SeriesWish wish, IReadOnlyList<SeriesChoice> chosen, HostClient client, bool tellClient, Guid seriesId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentNullException.ThrowIfNull(client);
        if (chosen.Count == 0 || chosen.DistinctBy(each => each.Number).Count() != chosen.Count || chosen.Any(each => each.Number < 1 || each.Number > wish.Times))
        {
            throw new ArgumentException("Each date is chosen once, and at least one.", nameof(chosen));
        }

        if (await BookedAsync(seriesId, cancellation) is { Count: > 0 } before)
        {
            return new SeriesOutcome.Done(before);
        }

        var (refused, offer) = await places.OfferAsync(by, wish.Session, client, cancellation);
        if (offer is null)
        {
            return new SeriesOutcome.Refused(refused!);
        }

        await desk.ExpireAsync(cancellation);
        var days = await DaysAsync(wish, offer, [.. chosen.Select(each => each.Start)], cancellation);
        var lost = chosen.Where(each => days.TroubleAt(each.Start, out _) is not SeriesTrouble.None).Select(each => each.Number).ToList();
        if (lost.Count > 0)
        {
            return new SeriesOutcome.Lost((await PlanAsync(wish, cancellation))!, lost);
        }

        var clientId = client.Known ?? await desk.ClientAsync(client.Details, cancellation);
        var booked = new List<Appointment>(chosen.Count);
        foreach (var choice in chosen.OrderBy(each => each.Start))
        {
            days.TroubleAt(choice.Start, out var room);
            var appointment = HostPlaces.New(time, days.PlaceAt(choice.Start), room, offer, clientId, client.Details.Note, KeyOf(seriesId, choice.Number), seriesId);
            db.Appointments.Add(appointment);
            host.Remember(appointment, by, "booked", $"by the practice, {choice.Number} of a series of {wish.Times}", isNew: true);
            await host.TellAsync(appointment, AppointmentChange.Booked, null, by, tellClient, cancellation);
            booked.Add(appointment);
        }

        try
        {
            await BookingGate.SaveAsync(db, cancellation);
            return new SeriesOutcome.Done(booked);
        }
        catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
            return new SeriesOutcome.Done(await BookedAsync(seriesId, cancellation));
        }
        catch (DbUpdateException trouble) when (Conflict.IsOverlap(trouble))
        {
            db.ChangeTracker.Clear();
            return await LostAsync(wish, offer, chosen, cancellation);
        }
    }

    /// <summary>Cancels what is still to come of a series and in a calendar that this person may change.</summary>
    /// <param name="reason">For the history, without personal data; may be empty.</param>
    /// <returns>How many; null when one of them was changed meanwhile, and nothing is cancelled.</returns>
    public async Task<int?> CancelRestAsync(PracticeHost by, Guid seriesId, string reason, bool tellClient, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = time.GetUtcNow().UtcDateTime;
        var rest = (await db.Appointments.Include(each => each.Service).Include(each => each.Therapist).Include(each => each.Client)
            .Where(each => each.SeriesId == seriesId && each.StartsAtUtc > now && (each.State == AppointmentState.Confirmed || each.State == AppointmentState.Pending))
            .OrderBy(each => each.StartsAtUtc).ToListAsync(cancellation)).FindAll(each => by.MayChange(each.Therapist!));
        foreach (var appointment in rest)
        {
            appointment.State = AppointmentState.Cancelled;
            appointment.Sequence++;
            host.Remember(appointment, by, "cancelled", reason.Trim() is { Length: > 0 } said ? $"with its series, by the practice: {said}" : "with its series, by the practice");
            await host.TellAsync(appointment, AppointmentChange.Cancelled, appointment.StartsAtUtc, by, tellClient, cancellation);
        }

        try
        {
            await BookingGate.SaveAsync(db, cancellation);
            return rest.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private async Task<SeriesOutcome> LostAsync(SeriesWish wish, Offer offer, IReadOnlyList<SeriesChoice> chosen, CancellationToken cancellation)
    {
        var days = await DaysAsync(wish, offer, [.. chosen.Select(each => each.Start)], cancellation);
        var lost = chosen.Where(each => days.TroubleAt(each.Start, out _) is not SeriesTrouble.None).Select(each => each.Number).ToList();

        // Nobody is in the way of any of them: then they are in the way of each other.
        return new SeriesOutcome.Lost((await PlanAsync(wish, cancellation))!, lost.Count > 0 ? lost : [.. Crossing(chosen, offer)]);
    }

    private static IEnumerable<int> Crossing(IReadOnlyList<SeriesChoice> chosen, Offer offer)
    {
        var length = Duration.FromMinutes(offer.Minutes + offer.Service.BufferBeforeMinutes + offer.Service.BufferAfterMinutes);
        return chosen.Where(one => chosen.Any(other => other.Number != one.Number && one.Start < other.Start + length && other.Start < one.Start + length)).Select(each => each.Number);
    }

    private Task<List<Appointment>> BookedAsync(Guid seriesId, CancellationToken cancellation) =>
        db.Appointments.AsNoTracking().Where(each => each.SeriesId == seriesId).OrderBy(each => each.StartsAtUtc).ToListAsync(cancellation);

    private IReadOnlyList<Instant> Nearest(Offer offer, Instant start)
    {
        var now = Now;
        return [.. offer.FreeTimes(now, Instant.Max(now, start - Around), start + Around, asHost: true).Select(free => free.Start).OrderBy(free => Math.Abs((free - start).TotalSeconds)).Take(MostNearest)];
    }

    private async Task<Days> DaysAsync(SeriesWish wish, Offer offer, IReadOnlyList<Instant> starts, CancellationToken cancellation)
    {
        var (zone, therapist) = (await offers.ZoneAsync(cancellation), wish.Session.Therapist!.Value);
        var (first, last) = (starts.Min() - Around, starts.Max() + Around);
        var open = await hours.BetweenAsync([therapist], first.InZone(zone).Date, last.InZone(zone).Date, cancellation);
        var taken = await TakenTimes.ReadAsync(db, therapist, await places.RoomsAsync(offer.Service.Id, cancellation), first.ToDateTimeUtc(), last.ToDateTimeUtc(), null, cancellation);
        return new Days(offer, therapist, zone, Now, open[therapist], taken);
    }

    /// <summary>A key of its own for each date, always the same one.</summary>
    private static Guid KeyOf(Guid series, int number)
    {
        Span<byte> text = stackalloc byte[20];
        series.TryWriteBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(text[16..], number);
        return new Guid(SHA256.HashData(text).AsSpan(0, 16));
    }

    private sealed class Days(Offer offer, TherapistId therapist, DateTimeZone zone, Instant now, IReadOnlyList<Interval> open, TakenTimes taken)
    {
        internal HostPlace PlaceAt(Instant start) => HostPlace.Of(offer.Service, therapist, start, TimeSpan.FromMinutes(offer.Minutes), outsideHours: false);

        internal SeriesTrouble TroubleAt(Instant start, out RoomId? room)
        {
            room = null;
            var place = PlaceAt(start);
            var end = start + Duration.FromMinutes(offer.Minutes);
            if (start < now)
            {
                return SeriesTrouble.Past;
            }

            if (!open.Any(each => each.Start <= start && end <= each.End))
            {
                var date = start.InZone(zone).Date;
                var (morning, midnight) = (date.AtStartOfDayInZone(zone).ToInstant(), date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
                return open.Any(each => each.Start < midnight && each.End > morning) ? SeriesTrouble.OutsideHours : SeriesTrouble.Closed;
            }

            return taken.IsFree(place.OccupiedFromUtc, place.OccupiedToUtc, out room) ? SeriesTrouble.None : SeriesTrouble.Taken;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Unknot.Practice.Booking;

/// <summary>What becomes of a hold before it is booked.</summary>
public sealed partial class BookingDesk
{
    /// <summary>What <see cref="AppointmentEvent.What"/> says of a hold that was kept longer.</summary>
    public const string Extended = "extended";

    /// <summary>Keeps a held time for <see cref="HoldTime"/> more, once.</summary>
    /// <returns><see cref="BookingOutcome.Changed"/> when it has run out, is no hold, or was kept longer already.</returns>
    public async Task<BookingOutcome> ExtendAsync(AppointmentId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var held = await db.Appointments.FirstOrDefaultAsync(each => each.Id == id && each.State == AppointmentState.Held && each.HoldEndsAtUtc > now, cancellation);
        if (held is null || await IsExtendedAsync(id, cancellation))
        {
            return new BookingOutcome.Changed();
        }

        held.HoldEndsAtUtc += HoldTime;
        held.Version++;
        Note(held, Extended, "");
        return await SaveAsync(held, cancellation) ?? new BookingOutcome.Changed();
    }

    /// <summary>Whether a hold was kept longer already.</summary>
    public Task<bool> IsExtendedAsync(AppointmentId id, CancellationToken cancellation) =>
        db.AppointmentEvents.AnyAsync(happened => happened.AppointmentId == id && happened.What == Extended, cancellation);

    /// <summary>Gives a held time back at once. What is no hold any more stays as it is.</summary>
    public async Task ReleaseAsync(AppointmentId id, CancellationToken cancellation)
    {
        if (await db.Appointments.FirstOrDefaultAsync(each => each.Id == id && each.State == AppointmentState.Held, cancellation) is { } held)
        {
            held.State = AppointmentState.Expired;
            held.HoldEndsAtUtc = time.GetUtcNow().UtcDateTime;
            held.Version++;
            Note(held, "released", "");
            await SaveAsync(held, cancellation);
        }
    }

    /// <summary>Holds another time, or the same again, for somebody whose hold was taken or ran out: length, add-ons and price stay.</summary>
    /// <param name="withAnybody">Whether another therapist may give the session.</param>
    public async Task<BookingOutcome> HoldInsteadAsync(AppointmentId id, Instant start, bool withAnybody, CancellationToken cancellation)
    {
        var now = Now;
        await ExpireAsync(cancellation);
        if (await db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id && each.ServiceId != null, cancellation) is not { } known
            || !(IsLapsed(known) || known.State is AppointmentState.Held))
        {
            return new BookingOutcome.Changed();
        }

        var wish = withAnybody ? WishOf(known) with { Therapist = null } : WishOf(known);
        if (await offers.ReadAsync(wish, now, start, start + Duration.FromMinutes(1), id, cancellation) is not { } offer)
        {
            return new BookingOutcome.NotOffered();
        }

        if (offer.FreeTimes(now, start, start + Duration.Epsilon) is not [{ } free])
        {
            return await TakenAsync(offer, start, id, asHost: false, cancellation);
        }

        foreach (var place in free.Places)
        {
            var held = await db.Appointments.FirstAsync(each => each.Id == id, cancellation);
            if (held.Version != known.Version)
            {
                return new BookingOutcome.Changed();
            }

            (held.TherapistId, held.RoomId, held.State) = (place.Therapist, place.Room, AppointmentState.Held);
            held.HoldEndsAtUtc = time.GetUtcNow().UtcDateTime + HoldTime;
            SetTimes(held, offer, start, held.EndsAtUtc - held.StartsAtUtc);
            held.Version++;
            Note(held, "held", "again");
            if (await SaveAsync(held, cancellation) is { } outcome)
            {
                return outcome;
            }
        }

        return await TakenAsync(offer, start, id, asHost: false, cancellation);
    }

    /// <summary>A hold that ran out or was given back, and that nobody has filled in.</summary>
    private static bool IsLapsed(Appointment appointment) => appointment is { State: AppointmentState.Expired, ClientId: null };

    /// <summary>The same form, sent twice at once: what keeps the time from it may be its own other half.</summary>
    private async Task<BookingOutcome?> SentTwiceAsync(Guid requestKey, CancellationToken cancellation) =>
        await db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.RequestKey == requestKey, cancellation) is { } own ? new BookingOutcome.Done(own) : null;

    private Task<Appointment?> BookedAsync(AppointmentId id, CancellationToken cancellation) => db.Appointments.AsNoTracking().FirstOrDefaultAsync(
        each => each.Id == id && (each.State == AppointmentState.Confirmed || each.State == AppointmentState.Pending), cancellation);
}

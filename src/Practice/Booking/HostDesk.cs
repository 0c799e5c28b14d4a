using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// What the practice itself does in its calendar. It is bound neither by notice nor by the booking window nor by the grid of starts, and by
/// opening hours only until it says otherwise; limits of a day bind what is offered, not the practice. That nothing overlaps, the database decides.
/// </summary>
public sealed class HostDesk(PracticeDb db, BookingDesk desk, HostPlaces places, TimeProvider time)
{
    /// <summary>Longest reason for a cancellation or for blocked time.</summary>
    public const int LongestReason = 200;

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Moves a session, a request or blocked time to another time, therapist or room.</summary>
    public async Task<HostOutcome> MoveAsync(PracticeHost host, AppointmentId id, HostMove move, CancellationToken cancellation)
    {
        if (await OpenAsync(id, move.Version, [AppointmentState.Confirmed, AppointmentState.Pending, AppointmentState.Blocked], cancellation) is not { } appointment)
        {
            return new HostOutcome.Changed();
        }

        var target = await db.Therapists.AsNoTracking().FirstOrDefaultAsync(each => each.Id == move.Therapist, cancellation);
        if (target is null)
        {
            return new HostOutcome.NotOffered();
        }

        if (!host.MayChange(appointment.Therapist!) || !host.MayChange(target))
        {
            return new HostOutcome.NotAllowed();
        }

        await desk.ExpireAsync(cancellation);
        var (before, length) = (appointment.StartsAtUtc, appointment.EndsAtUtc - appointment.StartsAtUtc);
        var wanted = appointment.Service is null
            ? HostPlace.Plain(target.Id, move.Start, length)
            : HostPlace.Of(appointment.Service, target.Id, move.Start, length, move.OutsideHours) with { Room = move.Room, PreferredRoom = appointment.RoomId, Except = appointment.Id };
        if (appointment.Service is not null && target.Id != appointment.TherapistId && !await places.GivesAsync(appointment.Service.Id, target.Id, cancellation))
        {
            return new HostOutcome.NotOffered();
        }

        var found = await places.FindAsync(wanted, WishOf(appointment, target.Id), cancellation);
        if (found.Refused is { } refused)
        {
            return refused;
        }

        (appointment.TherapistId, appointment.RoomId) = (target.Id, found.Room);
        HostPlaces.Put(appointment, wanted);
        appointment.Sequence++;
        Remember(appointment, host, "moved", $"from {before:yyyy-MM-ddTHH:mmZ} to {appointment.StartsAtUtc:yyyy-MM-ddTHH:mmZ}");
        if (appointment.ServiceId is not null)
        {
            await TellAsync(appointment, AppointmentChange.Moved, before, host, move.TellClient, cancellation);
        }

        return await SaveAsync(appointment, () => places.NearestAsync(wanted, WishOf(appointment, target.Id), cancellation), cancellation);
    }

    /// <summary>Books a session, confirmed at once. Sent again with the same key, it gives the same answer.</summary>
    public async Task<HostOutcome> BookAsync(PracticeHost host, HostBooking booking, Guid requestKey, CancellationToken cancellation)
    {
        if (await ByKeyAsync(requestKey, cancellation) is { } before)
        {
            return new HostOutcome.Done(before);
        }

        var (outcome, offer) = await places.OfferAsync(host, booking.Wish, booking.Client, cancellation);
        if (offer is null)
        {
            return outcome!;
        }

        await desk.ExpireAsync(cancellation);
        var wanted = HostPlace.Of(offer.Service, booking.Wish.Therapist!.Value, booking.Start, TimeSpan.FromMinutes(offer.Minutes), booking.OutsideHours) with { Room = booking.Room };
        var found = await places.FindAsync(wanted, booking.Wish, cancellation);
        if (found.Refused is { } refused)
        {
            return refused;
        }

        var client = booking.Client.Known ?? await desk.ClientAsync(booking.Client.Details, cancellation);
        var booked = HostPlaces.New(time, wanted, found.Room, offer, client, booking.Client.Details.Note, requestKey, seriesId: null);
        db.Appointments.Add(booked);
        Remember(booked, host, "booked", "by the practice", isNew: true);
        await TellAsync(booked, AppointmentChange.Booked, null, host, booking.TellClient, cancellation);
        return await SaveNewAsync(booked, () => places.NearestAsync(wanted, booking.Wish, cancellation), cancellation);
    }

    /// <summary>Keeps time free of sessions. Sent again with the same key, it gives the same answer.</summary>
    public async Task<HostOutcome> BlockAsync(PracticeHost host, HostBlock block, Guid requestKey, CancellationToken cancellation)
    {
        if (await ByKeyAsync(requestKey, cancellation) is { } before)
        {
            return new HostOutcome.Done(before);
        }

        var therapist = await db.Therapists.AsNoTracking().FirstOrDefaultAsync(each => each.Id == block.Therapist, cancellation);
        if (therapist is null)
        {
            return new HostOutcome.NotOffered();
        }

        if (!host.MayChange(therapist))
        {
            return new HostOutcome.NotAllowed();
        }

        if (block.End <= block.Start)
        {
            return new HostOutcome.NoSuchTime();
        }

        await desk.ExpireAsync(cancellation);
        var wanted = HostPlace.Plain(block.Therapist, block.Start, (block.End - block.Start).ToTimeSpan());
        var found = await places.FindAsync(wanted, null, cancellation);
        if (found.Refused is { } refused)
        {
            return refused;
        }

        var blocked = HostPlaces.NewBlocked(time, wanted, requestKey);
        db.Appointments.Add(blocked);
        Remember(blocked, host, "blocked", block.Reason.Trim(), isNew: true);
        return await SaveNewAsync(blocked, static () => Task.FromResult<IReadOnlyList<FreeTime>>([]), cancellation);
    }

    /// <summary>Frees blocked time; the row stays, cancelled.</summary>
    public Task<HostOutcome> UnblockAsync(PracticeHost host, AppointmentId id, int version, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Blocked], AppointmentState.Cancelled, "unblocked", "", tells: null, cancellation);

    /// <summary>Cancels a session or declines a request. The client hears of it when it would still have come, unless told not to.</summary>
    /// <param name="reason">For the history, without personal data; may be empty.</param>
    public Task<HostOutcome> CancelAsync(PracticeHost host, AppointmentId id, int version, string reason, bool tellClient, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Confirmed, AppointmentState.Pending], AppointmentState.Cancelled, "cancelled",
            reason.Trim() is { Length: > 0 } said ? $"by the practice: {said}" : "by the practice", new Tells(AppointmentChange.Cancelled, tellClient), cancellation);

    /// <summary>Says yes to a request.</summary>
    public Task<HostOutcome> ApproveAsync(PracticeHost host, AppointmentId id, int version, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Pending], AppointmentState.Confirmed, "approved", "", new Tells(AppointmentChange.Booked, TellClient: true), cancellation);

    /// <summary>Says no to a request.</summary>
    /// <inheritdoc cref="CancelAsync"/>
    public Task<HostOutcome> DeclineAsync(PracticeHost host, AppointmentId id, int version, string reason, bool tellClient, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Pending], AppointmentState.Cancelled, "declined", reason.Trim(), new Tells(AppointmentChange.Cancelled, tellClient), cancellation);

    /// <summary>The session was given; from its start on.</summary>
    public Task<HostOutcome> MarkDoneAsync(PracticeHost host, AppointmentId id, int version, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Confirmed], AppointmentState.Done, "done", "", tells: null, cancellation);

    /// <summary>The client did not come; from its start on.</summary>
    public Task<HostOutcome> MarkNoShowAsync(PracticeHost host, AppointmentId id, int version, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Confirmed], AppointmentState.NoShow, "no-show", "", tells: null, cancellation);

    /// <summary>Takes back that it was given, or that the client did not come. Refused when something else is in that time by now.</summary>
    public Task<HostOutcome> UndoAsync(PracticeHost host, AppointmentId id, int version, CancellationToken cancellation) =>
        ChangeAsync(host, id, version, [AppointmentState.Done, AppointmentState.NoShow], AppointmentState.Confirmed, "undone", "", tells: null, cancellation);

    private async Task<HostOutcome> ChangeAsync(
        PracticeHost host, AppointmentId id, int version, IReadOnlyList<AppointmentState> from, AppointmentState to, string what, string note, Tells? tells, CancellationToken cancellation)
    {
        if (await OpenAsync(id, version, from, cancellation) is not { } appointment)
        {
            return new HostOutcome.Changed();
        }

        if (!host.MayChange(appointment.Therapist!))
        {
            return new HostOutcome.NotAllowed();
        }

        if (to is AppointmentState.Done or AppointmentState.NoShow && appointment.StartsAtUtc > NowUtc)
        {
            return new HostOutcome.TooEarly();
        }

        var isTakenBack = appointment.State is AppointmentState.Done or AppointmentState.NoShow;
        appointment.State = to;
        appointment.Sequence += to is AppointmentState.Cancelled || tells is not null ? 1 : 0;
        Remember(appointment, host, what, note);

        // A word about a time that is past would only confuse.
        if (tells is not null && appointment.StartsAtUtc > NowUtc)
        {
            await TellAsync(appointment, tells.Change, tells.Change is AppointmentChange.Cancelled ? appointment.StartsAtUtc : null, host, tells.TellClient, cancellation);
        }

        return isTakenBack || to is AppointmentState.Confirmed
            ? await SaveAsync(appointment, static () => Task.FromResult<IReadOnlyList<FreeTime>>([]), cancellation)
            : await SaveAsync(appointment, null, cancellation);
    }

    private Task<Appointment?> OpenAsync(AppointmentId id, int version, IReadOnlyList<AppointmentState> states, CancellationToken cancellation) =>
        db.Appointments.Include(each => each.Service).Include(each => each.Therapist).Include(each => each.Client)
            .FirstOrDefaultAsync(each => each.Id == id && each.Version == version && states.Contains(each.State), cancellation);

    private Task<Appointment?> ByKeyAsync(Guid requestKey, CancellationToken cancellation) =>
        db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.RequestKey == requestKey, cancellation);

    /// <summary>Writes down who did it, in its history and in the trail.</summary>
    internal void Remember(Appointment appointment, PracticeHost host, string what, string note, bool isNew = false)
    {
        appointment.Version += isNew ? 0 : 1;
        desk.Note(appointment, what, note, host.PersonId);
        AuditTrail.Note(db, time, host.PersonId, $"appointment.{what}", "appointment", appointment.Id.ToString());
    }

    /// <summary>Tells all who listen; what they wrote to the client is put aside when the client is not to be told.</summary>
    internal async Task TellAsync(Appointment appointment, AppointmentChange change, DateTime? before, PracticeHost host, bool tellClient, CancellationToken cancellation)
    {
        await desk.TellAsync(appointment, change, before, host.PersonId, cancellation);
        if (tellClient || appointment.ClientId is not { } client || await db.Clients.FindAsync([client], cancellation) is not { } known)
        {
            return;
        }

        foreach (var message in db.ChangeTracker.Entries<OutboxMessage>().Where(each => each.State == EntityState.Added && each.Entity.To == known.Email).ToList())
        {
            message.State = EntityState.Detached;
        }
    }

    private async Task<HostOutcome> SaveAsync(Appointment appointment, Func<Task<IReadOnlyList<FreeTime>>>? nearest, CancellationToken cancellation) =>
        await desk.SaveAsync(appointment, cancellation) switch
        {
            BookingOutcome.Done => new HostOutcome.Done(appointment),
            null when nearest is not null => new HostOutcome.Taken(await nearest()),
            _ => new HostOutcome.Changed(),
        };

    private async Task<HostOutcome> SaveNewAsync(Appointment appointment, Func<Task<IReadOnlyList<FreeTime>>> nearest, CancellationToken cancellation)
    {
        try
        {
            return await SaveAsync(appointment, nearest, cancellation);
        }
        catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
            return await ByKeyAsync(appointment.RequestKey, cancellation) is { } before ? new HostOutcome.Done(before) : new HostOutcome.Changed();
        }
    }

    private static SessionWish? WishOf(Appointment appointment, TherapistId therapist) => appointment.ServiceId is { } service
        ? new SessionWish(service, (int)(appointment.EndsAtUtc - appointment.StartsAtUtc).TotalMinutes, [], therapist, KeepsLength: true)
        : null;

    private sealed record Tells(AppointmentChange Change, bool TellClient);
}

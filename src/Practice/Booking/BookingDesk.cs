using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// Holds, books, moves and cancels. What is free is worked out first, so that most losers get an answer at once; who really gets
/// a time is decided by the constraints of the database, on any number of nodes.
/// </summary>
public sealed partial class BookingDesk(PracticeDb db, OfferBook offers, IEnumerable<IAppointmentNews> news, TimeProvider time)
{
    /// <summary>How long a time is kept while its form is filled in.</summary>
    public static readonly TimeSpan HoldTime = TimeSpan.FromMinutes(10);

    private const int NearestTimes = 6;

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Keeps a time for <see cref="HoldTime"/>.</summary>
    /// <param name="requestKey">Of the form: sent twice, it holds one time. When its hold has run out or was given back, it is held anew.</param>
    public async Task<BookingOutcome> HoldAsync(SessionWish wish, Instant start, Guid requestKey, CancellationToken cancellation)
    {
        var now = Now;
        await ExpireAsync(cancellation);
        if (await db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.RequestKey == requestKey, cancellation) is { } before)
        {
            return IsLapsed(before) && before.StartsAtUtc == start.ToDateTimeUtc()
                ? await HoldInsteadAsync(before.Id, start, wish.Therapist is null, cancellation)
                : new BookingOutcome.Done(before);
        }

        if (await offers.ReadAsync(wish, now, start, start + Duration.FromMinutes(1), except: null, cancellation) is not { } offer)
        {
            return new BookingOutcome.NotOffered();
        }

        if (offer.FreeTimes(now, start, start + Duration.Epsilon) is not [{ } free])
        {
            return await SentTwiceAsync(requestKey, cancellation) ?? await TakenAsync(offer, start, except: null, asHost: false, cancellation);
        }

        foreach (var place in free.Places)
        {
            var held = New(offer, place, start, requestKey);
            db.Appointments.Add(held);
            Note(held, "held", "");
            try
            {
                await BookingGate.SaveAsync(db, cancellation);
                return new BookingOutcome.Done(held);
            }
            catch (DbUpdateException trouble) when (Conflict.IsOverlap(trouble))
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
            {
                db.ChangeTracker.Clear();
                return new BookingOutcome.Done(await db.Appointments.AsNoTracking().SingleAsync(each => each.RequestKey == requestKey, cancellation));
            }
        }

        return await SentTwiceAsync(requestKey, cancellation) ?? await TakenAsync(offer, start, except: null, asHost: false, cancellation);
    }

    /// <summary>Turns a hold into an appointment, or a request where the service asks for approval. Sent again, it gives the same answer.</summary>
    public async Task<BookingOutcome> BookAsync(AppointmentId id, BookingDetails details, CancellationToken cancellation)
    {
        var appointment = await db.Appointments.Include(each => each.Service).FirstOrDefaultAsync(each => each.Id == id && each.ServiceId != null, cancellation);
        if (appointment is null)
        {
            return new BookingOutcome.NotOffered();
        }

        if (appointment.State is AppointmentState.Confirmed or AppointmentState.Pending)
        {
            return new BookingOutcome.Done(appointment);
        }

        // A hold that has run out is still good when nobody else has taken the time: the constraint decides.
        if (appointment.State is not (AppointmentState.Held or AppointmentState.Expired) || appointment.StartsAtUtc <= time.GetUtcNow().UtcDateTime)
        {
            return new BookingOutcome.Changed();
        }

        appointment.ClientId = await ClientAsync(details, cancellation);
        appointment.ClientNote = details.Note;
        appointment.BodyMap = details.BodyMap;
        appointment.ConsentVersion = details.ConsentVersion;
        appointment.ConsentAtUtc = time.GetUtcNow().UtcDateTime;
        appointment.State = appointment.Service!.NeedsApproval ? AppointmentState.Pending : AppointmentState.Confirmed;
        appointment.HoldEndsAtUtc = null;
        appointment.Version++;
        Note(appointment, appointment.State is AppointmentState.Pending ? "requested" : "booked", "");
        await TellAsync(appointment, appointment.State is AppointmentState.Pending ? AppointmentChange.Requested : AppointmentChange.Booked, null, null, cancellation);
        return await SaveAsync(appointment, cancellation) switch
        {
            null => await TakenAsync(WishOf(appointment), Instant.FromDateTimeUtc(appointment.StartsAtUtc), null, false, cancellation),

            // The same form, sent twice at once.
            BookingOutcome.Changed when await BookedAsync(id, cancellation) is { } booked => new BookingOutcome.Done(booked),
            var outcome => outcome,
        };
    }

    /// <summary>Gives it another time, as a client within the service's limit or as the practice without.</summary>
    /// <param name="personId">Who of the practice; null for the client.</param>
    public async Task<BookingOutcome> MoveAsync(AppointmentId id, Instant start, Guid? personId, CancellationToken cancellation)
    {
        var appointment = await OpenAsync(id, cancellation);
        if (appointment is null)
        {
            return new BookingOutcome.Changed();
        }

        if (personId is null && IsTooLate(appointment, appointment.Service!.MoveHours))
        {
            return new BookingOutcome.TooLate(appointment.Service.MoveHours);
        }

        if (appointment.StartsAtUtc == start.ToDateTimeUtc())
        {
            // The same form, sent twice: nobody is told of a move that is none.
            return new BookingOutcome.Done(appointment);
        }

        var (now, wish, asHost) = (Now, WishOf(appointment), personId is not null);
        await ExpireAsync(cancellation);
        if (await offers.ReadAsync(wish, now, start, start + Duration.FromMinutes(1), id, cancellation) is not { } offer)
        {
            return new BookingOutcome.NotOffered();
        }

        if (offer.FreeTimes(now, start, start + Duration.Epsilon, asHost) is not [{ } free])
        {
            return await TakenAsync(offer, start, id, asHost, cancellation);
        }

        var before = appointment.StartsAtUtc;
        var place = free.Places.FirstOrDefault(each => each.Therapist == appointment.TherapistId && each.Room == appointment.RoomId) ?? free.Places[0];
        (appointment.TherapistId, appointment.RoomId) = (place.Therapist, place.Room);
        SetTimes(appointment, offer, start, appointment.EndsAtUtc - appointment.StartsAtUtc);
        appointment.Sequence++;
        appointment.Version++;
        Note(appointment, "moved", $"from {before:yyyy-MM-ddTHH:mmZ} to {appointment.StartsAtUtc:yyyy-MM-ddTHH:mmZ}", personId);
        await TellAsync(appointment, AppointmentChange.Moved, before, personId, cancellation);
        return await SaveAsync(appointment, cancellation) ?? await TakenAsync(offer, start, id, asHost, cancellation);
    }

    /// <summary>Cancels it, as a client within the service's limit or as the practice without. The row stays.</summary>
    /// <param name="personId">Who of the practice; null for the client.</param>
    public async Task<BookingOutcome> CancelAsync(AppointmentId id, Guid? personId, CancellationToken cancellation)
    {
        var appointment = await OpenAsync(id, cancellation);
        if (appointment is null)
        {
            return new BookingOutcome.Changed();
        }

        if (personId is null && IsTooLate(appointment, appointment.Service!.CancelHours))
        {
            return new BookingOutcome.TooLate(appointment.Service.CancelHours);
        }

        appointment.State = AppointmentState.Cancelled;
        appointment.Sequence++;
        appointment.Version++;
        Note(appointment, "cancelled", personId is null ? "by the client" : "by the practice", personId);
        await TellAsync(appointment, AppointmentChange.Cancelled, appointment.StartsAtUtc, personId, cancellation);
        return await SaveAsync(appointment, cancellation) ?? new BookingOutcome.Changed();
    }

    /// <summary>Frees what was held and not booked in time.</summary>
    public async Task ExpireAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await db.Appointments.Where(each => each.State == AppointmentState.Held && each.HoldEndsAtUtc <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.State, AppointmentState.Expired).SetProperty(each => each.Version, each => each.Version + 1), cancellation);
    }

    /// <summary>The nearest free times to one that is not, at most six.</summary>
    public async Task<IReadOnlyList<FreeTime>> NearestAsync(SessionWish wish, Instant start, AppointmentId? except, bool asHost, CancellationToken cancellation)
    {
        var (now, from, to) = AroundNow(start);
        return await offers.ReadAsync(wish, now, from, to, except, cancellation) is { } offer ? Nearest(offer, now, from, to, start, asHost) : [];
    }

    private async Task<IReadOnlyList<FreeTime>> NearestAsync(Offer known, Instant start, AppointmentId? except, bool asHost, CancellationToken cancellation)
    {
        var (now, from, to) = AroundNow(start);
        return Nearest(await offers.AgainAsync(known, now, from, to, except, cancellation), now, from, to, start, asHost);
    }

    private (Instant Now, Instant From, Instant To) AroundNow(Instant start)
    {
        var now = Now;
        return (now, Instant.Max(now, start - Duration.FromDays(7)), start + Duration.FromDays(21));
    }

    private static IReadOnlyList<FreeTime> Nearest(Offer offer, Instant now, Instant from, Instant to, Instant start, bool asHost) =>
        [.. offer.FreeTimes(now, from, to, asHost).OrderBy(free => Math.Abs((free.Start - start).TotalSeconds)).Take(NearestTimes)];

    /// <summary>What a booked session wants of another time: its own length and therapist, whatever is on offer now.</summary>
    public static SessionWish WishOf(Appointment appointment) =>
        new(appointment.ServiceId!.Value, (int)(appointment.EndsAtUtc - appointment.StartsAtUtc).TotalMinutes, [], appointment.TherapistId, KeepsLength: true);

    private static void SetTimes(Appointment appointment, Offer offer, Instant start, TimeSpan length)
    {
        appointment.StartsAtUtc = start.ToDateTimeUtc();
        appointment.EndsAtUtc = appointment.StartsAtUtc + length;
        appointment.OccupiedFromUtc = appointment.StartsAtUtc - TimeSpan.FromMinutes(offer.Service.BufferBeforeMinutes);
        appointment.OccupiedToUtc = appointment.EndsAtUtc + TimeSpan.FromMinutes(offer.Service.BufferAfterMinutes);
    }

    private async Task<BookingOutcome> TakenAsync(Offer known, Instant start, AppointmentId? except, bool asHost, CancellationToken cancellation) =>
        new BookingOutcome.Taken(await NearestAsync(known, start, except, asHost, cancellation));

    private async Task<BookingOutcome> TakenAsync(SessionWish wish, Instant start, AppointmentId? except, bool asHost, CancellationToken cancellation) =>
        new BookingOutcome.Taken(await NearestAsync(wish, start, except, asHost, cancellation));

    /// <returns>Null when the database refuses an overlap.</returns>
    internal async Task<BookingOutcome?> SaveAsync(Appointment appointment, CancellationToken cancellation)
    {
        try
        {
            await BookingGate.SaveAsync(db, cancellation);
            return new BookingOutcome.Done(appointment);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new BookingOutcome.Changed();
        }
        catch (DbUpdateException trouble) when (Conflict.IsOverlap(trouble))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private Task<Appointment?> OpenAsync(AppointmentId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Appointments.Include(each => each.Service).FirstOrDefaultAsync(
            each => each.Id == id && each.ServiceId != null && each.StartsAtUtc > now
                && (each.State == AppointmentState.Confirmed || each.State == AppointmentState.Pending), cancellation);
    }

    private bool IsTooLate(Appointment appointment, int hours) => time.GetUtcNow().UtcDateTime > appointment.StartsAtUtc - TimeSpan.FromHours(hours);

    internal async Task<ClientId> ClientAsync(BookingDetails details, CancellationToken cancellation)
    {
        // Two people may share an address: a client is found again by address and name.
        var key = details.Email.Trim().ToLowerInvariant();
        var name = details.Name.Trim();
        var known = await db.Clients.Where(client => client.EmailKey == key && client.ErasedAtUtc == null).ToListAsync(cancellation);
        if (known.Find(client => string.Equals(client.Name, name, StringComparison.OrdinalIgnoreCase)) is { } client)
        {
            client.Language = details.Language;
            client.Phone = details.Phone.Length > 0 ? details.Phone : client.Phone;
            return client.Id;
        }

        var made = new Client
        {
            Id = ClientId.New(time),
            Name = name,
            Email = details.Email.Trim(),
            EmailKey = key,
            Phone = details.Phone,
            Language = details.Language,
            LetterReference = "",
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        db.Clients.Add(made);
        return made.Id;
    }

    private Appointment New(Offer offer, SessionPlace place, Instant start, Guid requestKey)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var held = new Appointment
        {
            Id = AppointmentId.New(time),
            TherapistId = place.Therapist,
            RoomId = place.Room,
            ServiceId = offer.Service.Id,
            StartsAtUtc = default,
            EndsAtUtc = default,
            OccupiedFromUtc = default,
            OccupiedToUtc = default,
            State = AppointmentState.Held,
            HoldEndsAtUtc = now + HoldTime,
            AddOns = string.Join(", ", offer.AddOns.Select(addOn => addOn.Name)),
            PriceCents = offer.PriceCents,
            ClientNote = "",
            ConsentVersion = "",
            CreatedAtUtc = now,
            Sequence = 0,
            Version = 1,
            RequestKey = requestKey,
        };
        SetTimes(held, offer, start, TimeSpan.FromMinutes(offer.Minutes));
        return held;
    }

    internal async Task TellAsync(Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation)
    {
        foreach (var listener in news)
        {
            await listener.TellAsync(db, appointment, change, before, personId, cancellation);
        }
    }

    internal void Note(Appointment appointment, string what, string note, Guid? personId = null) => db.AppointmentEvents.Add(new AppointmentEvent
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        AppointmentId = appointment.Id,
        AtUtc = time.GetUtcNow().UtcDateTime,
        What = what,
        PersonId = personId,
        Note = note,
    });
}

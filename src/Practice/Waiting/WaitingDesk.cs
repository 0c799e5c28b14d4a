using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Waiting;

/// <summary>Puts people on the waiting list and takes them off.</summary>
public sealed class WaitingDesk(PracticeDb db, OfferBook offers, BookingLinks links, TimeProvider time)
{
    public const int MaxNameLength = 100;
    public const int MaxPhoneLength = 40;
    public const int MostDaysAhead = 365;

    /// <summary>How often one address may wait at a time.</summary>
    public const int MostPlaces = 3;

    internal const int LastMinute = (24 * 60) - 1;

    private const int EveryDay = 127;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <param name="requestKey">Of the form: sent twice, it makes one place.</param>
    public async Task<WaitingOutcome> JoinAsync(WaitingDraft draft, Guid requestKey, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await PlaceOfAsync(requestKey, cancellation) is { } before)
        {
            return new WaitingOutcome.Joined(before);
        }

        var service = await db.Services.AsNoTracking().Include(each => each.Lengths).Include(each => each.Therapists).AsSplitQuery()
            .FirstOrDefaultAsync(each => each.Id == draft.Service && each.IsOffered, cancellation);
        if (service is null || await db.BookingSettings.AnyAsync(settings => !settings.IsOpen, cancellation))
        {
            return new WaitingOutcome.NotOffered();
        }

        var today = Today(await offers.ZoneAsync(cancellation));
        var problems = ProblemsOf(draft, service, today);
        if (problems.IsEmpty && await WaitsOftenAsync(draft.Email.Trim(), cancellation))
        {
            problems = [WaitingProblem.TooMany];
        }

        if (!problems.IsEmpty)
        {
            return new WaitingOutcome.Refused(problems);
        }

        var entry = Entry(draft, requestKey, today);
        db.WaitingList.Add(entry);
        var words = BookingWords.In(entry.Language);
        var text = $"{words.Hello(entry.Name)}\n\n{words.Joined(service.Name, entry.Minutes, links.Place(entry.Id, entry.Language))}\n";
        Outbox.Add(db, time, "waiting", entry.Email, words.JoinedSubject(), text);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new WaitingOutcome.Joined(entry.Id);
        }
        catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
            return new WaitingOutcome.Joined((await db.WaitingList.AsNoTracking().SingleAsync(each => each.RequestKey == requestKey, cancellation)).Id);
        }
    }

    /// <summary>Takes somebody off. What is held for them is free again, and what is personal is forgotten.</summary>
    /// <param name="personId">Who of the practice; null for the one who waits.</param>
    /// <returns>False when there is no such place. True also when it had ended before.</returns>
    public async Task<bool> LeaveAsync(WaitingId id, Guid? personId, CancellationToken cancellation)
    {
        const int Attempts = 5;
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.WaitingList.FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } entry)
            {
                return false;
            }

            if (entry.State is not (WaitingState.Waiting or WaitingState.Offered))
            {
                return true;
            }

            if (entry.OfferedId is { } offered && await db.Appointments.FirstOrDefaultAsync(each => each.Id == offered && each.State == AppointmentState.Held, cancellation) is { } hold)
            {
                hold.State = AppointmentState.Expired;
                hold.Version++;
            }

            End(entry, WaitingState.Left);
            if (personId is { } person)
            {
                AuditTrail.Note(db, time, person, "waiting.removed", "waiting", id.ToString());
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // A time was offered or booked in this moment: look again.
            }
        }
    }

    /// <summary>From now on it keeps nobody's name.</summary>
    internal static void End(WaitingEntry entry, WaitingState state)
    {
        entry.State = state;
        (entry.Name, entry.Email, entry.Phone) = ("", "", "");
        entry.Version++;
    }

    internal DateOnly Today(DateTimeZone zone) => Instant.FromDateTimeUtc(Now).InZone(zone).Date.ToDateOnly();

    private static ImmutableArray<WaitingProblem> ProblemsOf(WaitingDraft draft, Service service, DateOnly today)
    {
        var problems = ImmutableArray.CreateBuilder<WaitingProblem>();
        var (name, email, phone) = (draft.Name.Trim(), draft.Email.Trim(), draft.Phone.Trim());
        AddIf(service.Lengths.All(length => length.Minutes != draft.Minutes), WaitingProblem.LengthWrong);
        AddIf(draft.Therapist is { } therapist && service.Therapists.All(given => given.TherapistId != therapist), WaitingProblem.TherapistWrong);
        AddIf(draft.Days is <= 0 or > EveryDay, WaitingProblem.NoDays);
        AddIf(draft.FirstDay is null, WaitingProblem.FirstDayMissing);
        AddIf(draft.LastDay is not { } last || last < today || last < draft.FirstDay, WaitingProblem.LastDayWrong);
        AddIf(draft.LastDay > today.AddDays(MostDaysAhead), WaitingProblem.TooFar);
        AddIf(draft is not { EarliestMinute: >= 0 and <= LastMinute and var earliest, LatestMinute: <= LastMinute and var latest } || latest < earliest, WaitingProblem.HoursWrong);
        AddIf(name.Length == 0, WaitingProblem.NameMissing);
        AddIf(name.Length > MaxNameLength, WaitingProblem.NameTooLong);
        AddIf(email.Length == 0, WaitingProblem.EmailMissing);
        AddIf(email.Length > 0 && !MailAddresses.IsPlausible(email), WaitingProblem.EmailWrong);
        AddIf(phone.Length > MaxPhoneLength, WaitingProblem.PhoneTooLong);
        AddIf(name.Any(char.IsControl) || phone.Any(char.IsControl), WaitingProblem.NotText);
        AddIf(!draft.HasConsented, WaitingProblem.ConsentMissing);
        return problems.ToImmutable();

        void AddIf(bool isWrong, WaitingProblem problem)
        {
            if (isWrong)
            {
                problems.Add(problem);
            }
        }
    }

    private WaitingEntry Entry(WaitingDraft draft, Guid requestKey, DateOnly today) => new()
    {
        Id = WaitingId.New(time),
        ServiceId = draft.Service,
        Minutes = draft.Minutes!.Value,
        TherapistId = draft.Therapist,
        Name = draft.Name.Trim(),
        Email = draft.Email.Trim(),
        Phone = draft.Phone.Trim(),
        Language = draft.Language,
        FirstDay = draft.FirstDay!.Value < today ? today : draft.FirstDay.Value,
        LastDay = draft.LastDay!.Value,
        Days = draft.Days,
        EarliestMinute = draft.EarliestMinute!.Value,
        LatestMinute = draft.LatestMinute!.Value,
        State = WaitingState.Waiting,
        CreatedAtUtc = Now,
        Version = 1,
        RequestKey = requestKey,
    };

    private async Task<WaitingId?> PlaceOfAsync(Guid requestKey, CancellationToken cancellation) =>
        (await db.WaitingList.AsNoTracking().FirstOrDefaultAsync(each => each.RequestKey == requestKey, cancellation))?.Id;

    private async Task<bool> WaitsOftenAsync(string email, CancellationToken cancellation)
    {
        var waiting = await db.WaitingList.Where(each => each.State == WaitingState.Waiting || each.State == WaitingState.Offered).Select(each => each.Email).ToListAsync(cancellation);
        return waiting.Count(each => string.Equals(each, email, StringComparison.OrdinalIgnoreCase)) >= MostPlaces;
    }
}

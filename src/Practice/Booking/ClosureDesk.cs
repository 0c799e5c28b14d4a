using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What somebody wrote about days off: every text as it came.</summary>
/// <param name="Therapist">Id; empty for the whole practice.</param>
/// <param name="Last">Empty for the first day alone.</param>
public sealed record ClosureDraft(string Therapist, string First, string Last, string Reason);

/// <summary>Closes days, for one therapist or for all, and opens them again. Sessions that are booked there stay.</summary>
public sealed class ClosureDesk(PracticeDb db, TimeProvider time)
{
    private const int LongestDays = 366;

    public Task<OfferOutcome> AddAsync(ClosureDraft draft, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return OfferGate.InAsync(db, () => WriteAsync(draft, personId, cancellation), cancellation);
    }

    /// <returns>False when it is not there.</returns>
    public async Task<bool> RemoveAsync(Guid id, Guid personId, CancellationToken cancellation)
    {
        // Asked for twice at once, one of them finds it gone.
        var there = await db.Closures.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellation);
        return there is not null && await OfferGate.InAsync(db, async () =>
        {
            if (await db.Closures.Where(each => each.Id == id).ExecuteDeleteAsync(cancellation) == 0)
            {
                return false;
            }

            AuditTrail.Note(db, time, personId, "closure.removed", "closure", id.ToString(), $"{Iso(there.FirstDay)} to {Iso(there.LastDay)}");
            await db.SaveChangesAsync(cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>Closes the practice on holidays of this year or the next. One that is closed already is left as it is.</summary>
    /// <param name="dates">Of the holidays, like <c>2026-12-25</c>; others count for nothing.</param>
    /// <returns>How many days were added.</returns>
    public Task<int> AddHolidaysAsync(IReadOnlyCollection<string> dates, DateTimeZone zone, Guid personId, CancellationToken cancellation) => OfferGate.InAsync(db, async () =>
    {
        var wanted = HolidaysToCome(zone).Where(holiday => dates.Contains(Iso(holiday.Date.ToDateOnly()), StringComparer.Ordinal)).DistinctBy(holiday => holiday.Date).ToList();
        var closed = await db.Closures.Where(each => each.TherapistId == null).ToListAsync(cancellation);
        var added = 0;
        foreach (var holiday in wanted)
        {
            var day = holiday.Date.ToDateOnly();
            if (!closed.Exists(each => each.FirstDay <= day && day <= each.LastDay))
            {
                Close(null, day, day, holiday.Name, personId);
                added++;
            }
        }

        await db.SaveChangesAsync(cancellation);
        return added;
    }, cancellation);

    /// <summary>Federal holidays of this year and the next that are not past.</summary>
    public IReadOnlyList<Holiday> HolidaysToCome(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date;
        return [.. Enumerable.Range(today.Year, 2).SelectMany(year => FederalHolidays.Of(year)).Where(holiday => holiday.Date >= today).OrderBy(holiday => holiday.Date)];
    }

    private async Task<OfferOutcome> WriteAsync(ClosureDraft draft, Guid personId, CancellationToken cancellation)
    {
        var reader = new DraftReader();
        var first = reader.Day("First", draft.First, "The first day");
        var last = string.IsNullOrWhiteSpace(draft.Last) ? first : reader.Day("Last", draft.Last, "The last day");
        var reason = reader.Line("Reason", draft.Reason, "The reason", 100);
        if (reader.IsRight && (last < first || last.DayNumber - first.DayNumber >= LongestDays))
        {
            reader.Add("Last", $"The last day is not before the first, and at most {LongestDays} days are closed at once.");
        }

        TherapistId? therapist = null;
        if (draft.Therapist.Trim().Length > 0)
        {
            therapist = Guid.TryParse(draft.Therapist, out var id) ? TherapistId.Of(id) : default;
            if (!await db.Therapists.AnyAsync(each => each.Id == therapist, cancellation))
            {
                reader.Add("Therapist", "This therapist is no longer there.");
            }
        }

        if (reader.IsRight && await db.Closures.AnyAsync(each => each.TherapistId == therapist && each.FirstDay == first && each.LastDay == last, cancellation))
        {
            reader.Add("First", "These days are closed already.");
        }

        if (!reader.IsRight)
        {
            return reader.Refusal;
        }

        var closure = Close(therapist, first, last, reason, personId);
        await db.SaveChangesAsync(cancellation);
        return new OfferOutcome.Saved(closure.Id);
    }

    private Closure Close(TherapistId? therapist, DateOnly first, DateOnly last, string reason, Guid personId)
    {
        var closure = new Closure { Id = Guid.CreateVersion7(time.GetUtcNow()), TherapistId = therapist, FirstDay = first, LastDay = last, Reason = reason };
        db.Closures.Add(closure);
        AuditTrail.Note(db, time, personId, "closure.made", "closure", closure.Id.ToString(), $"{Iso(first)} to {Iso(last)}{(therapist is { } id ? $", therapist {id}" : "")}");
        return closure;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

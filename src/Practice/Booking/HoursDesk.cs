using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// Saves when a therapist works. A week is replaced as one whole, and only when it is still the one that was read; so are the changes of a day.
/// What is booked is never touched: it is said which sessions lie outside.
/// </summary>
public sealed class HoursDesk(PracticeDb db, TimeProvider time)
{
    private const int MostWindowsADay = 8;

    /// <returns>Null when there is no such therapist.</returns>
    public async Task<Hours?> ReadAsync(TherapistId id, CancellationToken cancellation)
    {
        if (!await db.Therapists.AnyAsync(each => each.Id == id, cancellation))
        {
            return null;
        }

        var windows = await db.WorkingWindows.AsNoTracking().Where(each => each.TherapistId == id).ToListAsync(cancellation);
        var changes = await db.DayChanges.AsNoTracking().Where(each => each.TherapistId == id).ToListAsync(cancellation);
        var closures = await db.Closures.AsNoTracking().Where(each => each.TherapistId == null || each.TherapistId == id).ToListAsync(cancellation);
        return new Hours(windows, changes, closures);
    }

    /// <summary>What a week would be, without keeping it.</summary>
    public (ImmutableArray<WorkingWindow> Windows, ImmutableArray<OfferProblem> Problems) Understand(TherapistId id, WeekDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var reader = new DraftReader();
        var windows = WeekReading.Of(id, draft, reader, () => Guid.CreateVersion7(time.GetUtcNow()), MostWindowsADay);
        return (windows, reader.Refusal.Problems);
    }

    public Task<OfferOutcome> SaveWeekAsync(TherapistId id, WeekDraft draft, Guid personId, CancellationToken cancellation) => OfferGate.InAsync(db, async () =>
    {
        if (!await db.Therapists.AnyAsync(each => each.Id == id, cancellation))
        {
            return new OfferOutcome.Gone();
        }

        var (windows, problems) = Understand(id, draft);
        if (!problems.IsEmpty)
        {
            return new OfferOutcome.Refused(problems);
        }

        var there = await db.WorkingWindows.Where(each => each.TherapistId == id).ToListAsync(cancellation);
        var before = WeekDraft.From(there).Fingerprint;
        if (before != draft.Fingerprint)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        if (WeekDraft.From(windows).Fingerprint != before)
        {
            db.RemoveRange(there);
            db.AddRange(windows);
            AuditTrail.Note(db, time, personId, "hours.changed", "therapist", id.ToString(), $"{there.Count} windows before, {windows.Length} now");
            await db.SaveChangesAsync(cancellation);
        }

        return (OfferOutcome)new OfferOutcome.Saved(id.Value);
    }, cancellation);

    public static string FingerprintOf(IEnumerable<DayChange> changes) => Parts.Fingerprint(
        changes.OrderBy(change => change.Date).ThenBy(change => change.StartMinute).ThenBy(change => change.EndMinute)
            .Select(change => (Iso(change.Date), $"{change.StartMinute}-{change.EndMinute}")));

    /// <summary>Replaces all that was said about one day.</summary>
    public Task<OfferOutcome> SaveDayAsync(TherapistId id, DayDraft draft, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var reader = new DraftReader();
        var date = reader.Day("Date", draft.Date, "The date");
        List<(int? Start, int? End)> windows = [];
        if (draft.IsClosed)
        {
            windows.Add((null, null));
        }
        else
        {
            for (var row = 0; row < draft.Windows.Length; row++)
            {
                var (start, end) = draft.Windows[row];
                if (!string.IsNullOrWhiteSpace(start) || !string.IsNullOrWhiteSpace(end))
                {
                    windows.Add(WeekReading.Window(reader, $"DayStart-{row}", start, $"DayEnd-{row}", end));
                }
            }

            if (windows.Count == 0)
            {
                reader.Add("DayStart-0", "Say from when to when, or that the day is closed.");
            }
            else if (windows.Count > MostWindowsADay)
            {
                reader.Add("DayStart-0", $"A day has at most {MostWindowsADay} windows.");
            }
        }

        var rows = windows.ConvertAll(window => new DayChange { Id = Guid.CreateVersion7(time.GetUtcNow()), TherapistId = id, Date = date, StartMinute = window.Start, EndMinute = window.End });
        return reader.IsRight ? ReplaceDayAsync(id, date, rows, draft.Fingerprint, personId, cancellation) : Task.FromResult<OfferOutcome>(reader.Refusal);
    }

    /// <summary>Takes the changes of a day away: the week holds again.</summary>
    public Task<OfferOutcome> RemoveDayAsync(TherapistId id, DateOnly date, string fingerprint, Guid personId, CancellationToken cancellation) =>
        ReplaceDayAsync(id, date, [], fingerprint, personId, cancellation);

    /// <summary>Booked sessions to come that lie outside the hours, of one therapist or of all, the next first.</summary>
    /// <param name="instead">Windows of the week that are not saved yet; null for those that are.</param>
    public async Task<ImmutableArray<Appointment>> OutsideAsync(TherapistId? id, IReadOnlyList<WorkingWindow>? instead, DateTimeZone zone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var now = time.GetUtcNow().UtcDateTime;
        var booked = await db.Appointments.AsNoTracking().Include(each => each.Service).Include(each => each.Therapist)
            .Where(each => each.ServiceId != null && each.StartsAtUtc > now && (id == null || each.TherapistId == id)
                && (each.State == AppointmentState.Confirmed || each.State == AppointmentState.Pending))
            .OrderBy(each => each.StartsAtUtc).ThenBy(each => each.TherapistId).ToListAsync(cancellation);
        var outside = new List<Appointment>();
        foreach (var own in booked.GroupBy(each => each.TherapistId))
        {
            var hours = await ReadAsync(own.Key, cancellation) ?? new Hours([], [], []);
            outside.AddRange(OpeningPreview.Outside(instead is null ? hours : hours with { Windows = instead }, zone, [.. own]));
        }

        return [.. outside.OrderBy(each => each.StartsAtUtc)];
    }

    private Task<OfferOutcome> ReplaceDayAsync(TherapistId id, DateOnly date, List<DayChange> rows, string fingerprint, Guid personId, CancellationToken cancellation) => OfferGate.InAsync(db, async () =>
    {
        if (!await db.Therapists.AnyAsync(each => each.Id == id, cancellation))
        {
            return new OfferOutcome.Gone();
        }

        var all = await db.DayChanges.Where(each => each.TherapistId == id).ToListAsync(cancellation);
        if (FingerprintOf(all) != fingerprint)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        var there = all.FindAll(each => each.Date == date);
        if (FingerprintOf(there) != FingerprintOf(rows))
        {
            db.RemoveRange(there);
            db.AddRange(rows);
            AuditTrail.Note(db, time, personId, rows.Count == 0 ? "day.as-the-week" : rows[0].StartMinute is null ? "day.closed" : "day.changed", "therapist", id.ToString(), Iso(date));
            await db.SaveChangesAsync(cancellation);
        }

        return (OfferOutcome)new OfferOutcome.Saved(id.Value);
    }, cancellation);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>Reads what a view shows, on the practice's clock.</summary>
public sealed class CalendarReader(PracticeDb db, OfferBook offers, OpenHours hours, TimeProvider time)
{
    /// <returns>Null when the view names a therapist whom nobody knows, or is no view.</returns>
    public async Task<CalendarSheet?> ReadAsync(IQueryCollection query, PracticeHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        var zone = await offers.ZoneAsync(cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var today = now.InZone(zone).Date;
        var therapists = await db.Therapists.AsNoTracking().OrderByDescending(each => each.IsBookable).ThenBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation);
        var own = therapists.Find(each => each.PersonId == host.PersonId)?.Id;
        if (CalendarView.Read(query, today, host.IsOwner ? null : own) is not { } view || (view.Therapist is { } asked && therapists.TrueForAll(each => each.Id != asked)))
        {
            return null;
        }

        var shown = therapists.FindAll(each => view.Therapist is null || each.Id == view.Therapist);
        var open = await hours.BetweenAsync(shown.Select(each => each.Id), view.First, view.Last, cancellation);
        var entries = await EntriesAsync(view, shown, host, now, zone, cancellation);
        var currency = await db.BookingSettings.AsNoTracking().Select(each => each.Currency).FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault().Currency;

        // Somebody who gives no sessions any more has a column only on days on which there is something.
        var columned = shown.FindAll(each => each.IsBookable || each.Id == view.Therapist || entries.Any(entry => entry.TherapistId == each.Id));
        var columns = view.Kind is CalendarKind.Month ? [] : Columns(view, columned, open, entries, host, now, zone);
        return new CalendarSheet(view, zone, today, therapists, own, columns, entries, Totals(view, open, entries, zone), currency);
    }

    private static List<CalendarColumn> Columns(
        CalendarView view, List<Therapist> therapists, IReadOnlyDictionary<TherapistId, IReadOnlyList<Interval>> open, IReadOnlyList<CalendarEntry> entries, PracticeHost host, Instant now, DateTimeZone zone)
    {
        var dates = Enumerable.Range(0, Period.DaysBetween(view.First, view.Last) + 1).Select(view.First.PlusDays).ToList();
        var shownHours = ColumnLayout.Hours(dates, [.. open.Values.SelectMany(each => each)], entries, zone);
        if (view.Kind is CalendarKind.Day)
        {
            return therapists.ConvertAll(each => ColumnLayout.Column(view.Date, shownHours, each, host.MayChange(each), open[each.Id], entries.Where(entry => entry.TherapistId == each.Id), now, zone));
        }

        var only = view.Therapist is null && therapists.Count != 1 ? null : therapists.FirstOrDefault();
        return dates.ConvertAll(date => ColumnLayout.Column(
            date, shownHours, only, only is null || host.MayChange(only), [.. therapists.SelectMany(each => open[each.Id])], entries, now, zone));
    }

    private async Task<List<CalendarEntry>> EntriesAsync(CalendarView view, List<Therapist> shown, PracticeHost host, Instant now, DateTimeZone zone, CancellationToken cancellation)
    {
        var (from, to) = (view.First.AtStartOfDayInZone(zone).ToDateTimeUtc(), view.Last.PlusDays(1).AtStartOfDayInZone(zone).ToDateTimeUtc());
        var (ids, current) = (shown.ConvertAll(each => each.Id), now.ToDateTimeUtc());
        var found = await db.Appointments.AsNoTracking()
            .Where(each => each.EndsAtUtc > from && each.StartsAtUtc < to && ids.Contains(each.TherapistId)
                && each.State != AppointmentState.Expired
                && (each.State != AppointmentState.Held || each.HoldEndsAtUtc > current)
                && (each.State != AppointmentState.Cancelled || (each.ServiceId != null && each.ClientId != null)))
            .Select(each => new
            {
                each.Id,
                each.TherapistId,
                each.RoomId,
                each.State,
                each.StartsAtUtc,
                each.EndsAtUtc,
                each.PriceCents,
                each.Version,
                each.SeriesId,
                Client = each.Client == null ? null : each.Client.Name,
                Service = each.Service == null ? null : each.Service.Name,
                Step = each.Service == null ? 15 : each.Service.StepMinutes,
            })
            .ToListAsync(cancellation);
        var rooms = await db.Rooms.AsNoTracking().ToDictionaryAsync(each => each.Id, each => each.Name, cancellation);
        var blocked = found.Where(each => each.State == AppointmentState.Blocked).Select(each => each.Id).ToList();
        var reasons = (await db.AppointmentEvents.AsNoTracking().Where(each => blocked.Contains(each.AppointmentId) && each.What == "blocked").ToListAsync(cancellation)).ToLookup(each => each.AppointmentId, each => each.Note);
        var people = shown.ToDictionary(each => each.Id);
        return [.. found
            .Select(each => new CalendarEntry(
                each.Id,
                each.TherapistId,
                people[each.TherapistId].Name,
                each.State,
                Instant.FromDateTimeUtc(each.StartsAtUtc),
                Instant.FromDateTimeUtc(each.EndsAtUtc),
                each.Client ?? reasons[each.Id].FirstOrDefault() ?? "",
                each.Service,
                each.RoomId is { } room ? rooms.GetValueOrDefault(room) : null,
                each.PriceCents,
                each.Step,
                each.Version,
                each.SeriesId is not null,
                host.MayChange(people[each.TherapistId])))
            .OrderBy(each => each.Start).ThenBy(each => each.Therapist, StringComparer.Ordinal)];
    }

    /// <summary>Of a month only its own days count, though the weeks around it are shown.</summary>
    private static CalendarTotals Totals(CalendarView view, IReadOnlyDictionary<TherapistId, IReadOnlyList<Interval>> open, IReadOnlyList<CalendarEntry> entries, DateTimeZone zone)
    {
        var (first, last) = view.Kind is CalendarKind.Month ? (view.Date.With(DateAdjusters.StartOfMonth), view.Date.With(DateAdjusters.EndOfMonth)) : (view.First, view.Last);
        var (from, to) = (first.AtStartOfDayInZone(zone).ToInstant(), last.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        var counted = entries.Where(entry => from <= entry.Start && entry.Start < to).ToList();
        var sessions = counted.FindAll(entry => entry.State is AppointmentState.Confirmed or AppointmentState.Done);
        return new CalendarTotals(
            sessions.Count,
            sessions.Sum(entry => entry.Minutes),
            sessions.Sum(entry => entry.PriceCents),
            counted.Count(entry => entry.State is AppointmentState.Pending),
            counted.Count(entry => entry.State is AppointmentState.NoShow),
            (int)open.Values.SelectMany(each => each).Where(each => each.Start < to && each.End > from).Sum(each => (Instant.Min(each.End, to) - Instant.Max(each.Start, from)).TotalMinutes));
    }
}

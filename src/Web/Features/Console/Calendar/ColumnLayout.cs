using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>Puts the entries of a day into rows of five minutes, and beside each other where they overlap.</summary>
internal static class ColumnLayout
{
    internal const int MinutesARow = 5;

    /// <summary>More beside each other are drawn over the last.</summary>
    internal const int MostLanes = 6;

    /// <summary>Blocked time as long as this does not stretch what is shown.</summary>
    private static readonly Duration LongBlock = Duration.FromHours(8);

    /// <summary>The full hours on the wall clock between which something is open or booked on any of the days.</summary>
    internal static (int First, int Last) Hours(IEnumerable<LocalDate> dates, IReadOnlyList<Interval> open, IReadOnlyList<CalendarEntry> entries, DateTimeZone zone)
    {
        var times = open.Concat(entries.Where(entry => entry.State != AppointmentState.Blocked || entry.End - entry.Start < LongBlock).Select(entry => new Interval(entry.Start, entry.End))).ToList();
        var (first, last) = (24 * 60, 0);
        foreach (var date in dates)
        {
            var (morning, midnight) = (date.AtStartOfDayInZone(zone).ToInstant(), date.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
            foreach (var time in times.Where(time => time.Start < midnight && time.End > morning))
            {
                first = Math.Min(first, time.Start <= morning ? 0 : MinuteOf(time.Start));
                last = Math.Max(last, time.End >= midnight ? 24 * 60 : MinuteOf(time.End));
            }
        }

        // An hour to spare on both sides: what is moved may go beyond opening hours.
        return first >= last ? (8, 18) : (Math.Max(0, (first / 60) - 1), Math.Min(24, ((last + 59) / 60) + 1));

        int MinuteOf(Instant instant)
        {
            var clock = instant.InZone(zone).TimeOfDay;
            return (clock.Hour * 60) + clock.Minute;
        }
    }

    internal static CalendarColumn Column(
        LocalDate date, (int First, int Last) hours, Therapist? therapist, bool mayChange, IReadOnlyList<Interval> open, IEnumerable<CalendarEntry> entries, Instant now, DateTimeZone zone)
    {
        var from = date.AtMidnight().PlusHours(hours.First).InZoneLeniently(zone).ToInstant();
        var to = date.AtMidnight().PlusHours(hours.Last).InZoneLeniently(zone).ToInstant();
        var rows = Row(to);
        var placed = Lanes([.. entries.Where(entry => entry.Start < to && entry.End > from)
            .Select(entry => new PlacedEntry(entry, Row(Instant.Max(entry.Start, from)), 0, 0, 1) is var top
                ? top with { Span = Math.Max(1, Row(Instant.Min(entry.End, to)) - top.Row) } : top)
            .OrderBy(each => each.Entry.Start).ThenBy(each => each.Entry.State is AppointmentState.Cancelled or AppointmentState.NoShow).ThenBy(each => each.Entry.Therapist, StringComparer.Ordinal)]);
        return new CalendarColumn(
            date,
            therapist,
            mayChange,
            from,
            rows,
            [.. open.Where(each => each.Start < to && each.End > from).Select(each => (Row(Instant.Max(each.Start, from)), Row(Instant.Min(each.End, to)))).Select(each => (each.Item1, each.Item2 - each.Item1))],
            [.. Enumerable.Range(0, rows / 12).Select(hour => (hour * 12, Label(from + Duration.FromHours(hour))))],
            placed,
            from <= now && now < to ? Row(now) : null,
            zone.GetUtcOffset(from) != zone.GetUtcOffset(to));

        int Row(Instant instant) => (int)Math.Round((instant - from).TotalMinutes / MinutesARow);

        string Label(Instant instant) => CalendarWords.Clock(instant, zone);
    }

    /// <summary>Entries that overlap share their width; a lane is used again as soon as it is free.</summary>
    private static List<PlacedEntry> Lanes(IReadOnlyList<PlacedEntry> sorted)
    {
        var placed = new List<PlacedEntry>(sorted.Count);
        var (group, until) = (0, 0);
        var ends = new List<int>();
        foreach (var each in sorted)
        {
            if (each.Row >= until)
            {
                Close();
            }

            var lane = ends.FindIndex(end => end <= each.Row);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }

            ends[lane] = each.Row + each.Span;
            until = Math.Max(until, ends[lane]);
            placed.Add(each with { Lane = Math.Min(lane, MostLanes - 1) });
        }

        Close();
        return placed;

        void Close()
        {
            for (; group < placed.Count; group++)
            {
                placed[group] = placed[group] with { Lanes = Math.Clamp(ends.Count, 1, MostLanes) };
            }

            ends.Clear();
        }
    }
}

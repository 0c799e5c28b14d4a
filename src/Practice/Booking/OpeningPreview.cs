using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Booking;

/// <summary>A day as the hours make it.</summary>
/// <param name="Open">On the wall clock of the practice, merged; empty when closed.</param>
/// <param name="Note">Why it is not as the week says; empty when it is.</param>
public sealed record OpenDay(LocalDate Date, ImmutableArray<DayWindow> Open, string Note);

/// <summary>What hours come to, by the code that finds free times.</summary>
public static class OpeningPreview
{
    /// <param name="days">How many, from <paramref name="first"/> on.</param>
    public static ImmutableArray<OpenDay> Of(Hours hours, DateTimeZone zone, LocalDate first, int days)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(zone);
        var open = Open(hours, zone, first, first.PlusDays(days - 1));
        return [.. Enumerable.Range(0, days).Select(number => Day(hours, zone, open, first.PlusDays(number)))];
    }

    /// <returns>Those that do not lie within one open time, in their order.</returns>
    public static ImmutableArray<Appointment> Outside(Hours hours, DateTimeZone zone, IReadOnlyList<Appointment> appointments)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(appointments);
        if (appointments.Count == 0)
        {
            return [];
        }

        var (first, last) = (At(appointments.Min(each => each.StartsAtUtc)).InZone(zone).Date, At(appointments.Max(each => each.EndsAtUtc)).InZone(zone).Date);
        var open = Open(hours, zone, first, last);
        return [.. appointments.Where(each => !open.Exists(window => window.Start <= At(each.StartsAtUtc) && At(each.EndsAtUtc) <= window.End))];
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(utc);

    private static List<(Instant Start, Instant End)> Open(Hours hours, DateTimeZone zone, LocalDate first, LocalDate last) =>
        OpenTimes.Between(hours.Between(first.PlusDays(-1), last.PlusDays(1)), zone, first.PlusDays(-1), last.PlusDays(1));

    private static OpenDay Day(Hours hours, DateTimeZone zone, List<(Instant Start, Instant End)> open, LocalDate date)
    {
        var (start, end) = (zone.AtStartOfDay(date).ToInstant(), zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        var windows = open.Where(window => window.Start < end && window.End > start)
            .Select(window => new DayWindow(window.Start <= start ? 0 : MinuteOf(window.Start, zone), window.End >= end ? DayWindow.MinutesOfDay : MinuteOf(window.End, zone)));
        var day = date.ToDateOnly();
        var closure = hours.Closures.FirstOrDefault(each => each.FirstDay <= day && day <= each.LastDay);
        var note = closure is not null ? (closure.Reason.Length > 0 ? closure.Reason : "Closed") : hours.Changes.Any(change => change.Date == day) ? "Changed" : "";
        return new OpenDay(date, [.. windows], note);
    }

    private static int MinuteOf(Instant instant, DateTimeZone zone)
    {
        var clock = instant.InZone(zone).TimeOfDay;
        return (clock.Hour * 60) + clock.Minute;
    }
}

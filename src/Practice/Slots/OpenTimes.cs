using NodaTime;

namespace Unknot.Practice.Slots;

/// <summary>Turns windows on the wall clock into instants.</summary>
internal static class OpenTimes
{
    /// <summary>
    /// The open times that touch the days asked for, in order, with those that overlap or touch merged, across midnight too. The first and last may be cut off.
    /// A wall time that a change of the clock leaves out is shifted forward by what was left out; of one that comes twice the first counts.
    /// </summary>
    internal static List<(Instant Start, Instant End)> Between(OpeningRules rules, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        var overrides = rules.Overrides.ToLookup(day => day.Date, day => day.Windows);
        var open = new List<(Instant Start, Instant End)>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            var windows = overrides.Contains(date)
                ? overrides[date].SelectMany(day => day)
                : rules.Weekly.Where(window => window.Days.Contains(date.DayOfWeek)).Select(window => window.Window);
            foreach (var window in windows.Where(window => window.End > window.Start))
            {
                var (start, end) = (InstantOf(date, window.Start, zone), InstantOf(date, window.End, zone));
                if (end > start)
                {
                    open.Add((start, end));
                }
            }
        }

        return Merged(open);
    }

    private static Instant InstantOf(LocalDate date, int minutes, DateTimeZone zone) =>
        date.AtMidnight().PlusMinutes(minutes).InZoneLeniently(zone).ToInstant();

    private static List<(Instant Start, Instant End)> Merged(List<(Instant Start, Instant End)> open)
    {
        open.Sort();
        var merged = new List<(Instant Start, Instant End)>(open.Count);
        foreach (var (start, end) in open)
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Instant.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged;
    }
}

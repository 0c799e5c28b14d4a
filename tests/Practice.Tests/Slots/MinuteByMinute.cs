using NodaTime;
using NodaTime.TimeZones;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Tests.Slots;

/// <summary>
/// The same answer by looking at every minute: which are open, which are taken, which starts have all their minutes. It shares no step with the function, and
/// serves whole minutes, additive buffers and the grid of the window.
/// </summary>
internal sealed class MinuteByMinute
{
    /// <summary>No stretch of the cases is longer: each week has a day that is closed.</summary>
    private const int DaysBack = 9;

    private readonly SlotQuery query;
    private readonly Instant origin;
    private readonly bool[] open;
    private readonly bool[] taken;
    private ZoneInterval? offset;

    private MinuteByMinute(SlotQuery query)
    {
        this.query = query;
        origin = query.From - Duration.FromDays(DaysBack);
        var count = (int)(query.To - origin).TotalMinutes + (3 * DayWindow.MinutesOfDay);
        open = new bool[count];
        taken = new bool[count];
        Open(count);
        foreach (var busy in query.Busy)
        {
            Fill(taken, MinuteOf(busy.Start - busy.BufferBefore), MinuteOf(busy.End + busy.BufferAfter));
        }
    }

    internal static List<Instant> Slots(SlotQuery query) => new MinuteByMinute(query).Slots();

    private static void Fill(bool[] minutes, int from, int to)
    {
        for (var minute = Math.Max(from, 0); minute < Math.Min(to, minutes.Length); minute++)
        {
            minutes[minute] = true;
        }
    }

    private List<Instant> Slots()
    {
        var slots = new List<Instant>();
        var session = query.Session;
        var (length, before, after, step) = (
            (int)session.Length.TotalMinutes, (int)session.BufferBefore.TotalMinutes, (int)session.BufferAfter.TotalMinutes, (int)session.Step.TotalMinutes);
        var opened = -1;
        for (var minute = 0; minute < MinuteOf(query.To); minute++)
        {
            opened = !open[minute] ? -1 : opened < 0 ? minute : opened;
            var start = origin + Duration.FromMinutes(minute);
            if (opened >= 0 && (minute - opened) % step == 0 && start >= query.From && start >= query.Now + query.Notice
                && All(open, true, minute, minute + length) && All(taken, false, minute - before, minute + length + after))
            {
                slots.Add(start);
            }
        }

        return slots;
    }

    private static bool All(bool[] minutes, bool value, int from, int to)
    {
        for (var minute = from; minute < to; minute++)
        {
            if (minutes[minute] != value)
            {
                return false;
            }
        }

        return true;
    }

    private int MinuteOf(Instant instant) => (int)Math.Floor((instant - origin).TotalMinutes);

    /// <summary>Walks the minutes and notes when each wall time comes first; wall times are minutes on a clock that no change touches.</summary>
    private void Open(int count)
    {
        const int Beside = 3 * DayWindow.MinutesOfDay;
        var zero = WallOf(origin) - (2 * Beside);
        var first = new int[count + (6 * Beside)];
        Array.Fill(first, int.MinValue);
        var gaps = new List<(int From, int To, int Minute)>();
        var last = int.MinValue;
        for (var minute = -Beside; minute < count + Beside; minute++)
        {
            var wall = WallOf(origin + Duration.FromMinutes(minute)) - zero;
            first[wall] = first[wall] == int.MinValue ? minute : first[wall];
            if (last != int.MinValue && wall > last + 1)
            {
                gaps.Add((last + 1, wall, minute));
            }

            last = wall;
        }

        var day = origin.InZone(query.Zone).Date.PlusDays(-1);
        for (; day <= query.To.InZone(query.Zone).Date.PlusDays(1); day = day.PlusDays(1))
        {
            var midnight = (Days(day) * DayWindow.MinutesOfDay) - zero;
            foreach (var window in WindowsOf(day).Where(window => window.End > window.Start))
            {
                Fill(open, MinuteOfWall(midnight + window.Start), MinuteOfWall(midnight + window.End));
            }
        }

        int MinuteOfWall(int wall)
        {
            if (first[wall] != int.MinValue)
            {
                return first[wall];
            }

            // Left out: as far behind the change as it lies behind what was left out.
            var gap = gaps.First(each => wall >= each.From && wall < each.To);
            return gap.Minute + wall - gap.From;
        }
    }

    private int WallOf(Instant instant)
    {
        if (offset is null || !offset.Contains(instant))
        {
            offset = query.Zone.GetZoneInterval(instant);
        }

        return (int)Math.Floor((instant.ToUnixTimeSeconds() + offset.WallOffset.Seconds) / 60.0);
    }

    private static int Days(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private IEnumerable<DayWindow> WindowsOf(LocalDate day)
    {
        var overrides = query.Opening.Overrides.Where(each => each.Date == day).ToList();
        return overrides.Count > 0
            ? overrides.SelectMany(each => each.Windows)
            : query.Opening.Weekly.Where(each => each.Days.Contains(day.DayOfWeek)).Select(each => each.Window);
    }
}

using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Booking;

/// <summary>When one therapist works: what is stored, as the rules that <see cref="SlotFinder"/> reads.</summary>
/// <param name="Windows">Of this therapist.</param>
/// <param name="Changes">Of this therapist.</param>
/// <param name="Closures">Of this therapist and of the whole practice.</param>
public sealed record Hours(IReadOnlyList<WorkingWindow> Windows, IReadOnlyList<DayChange> Changes, IReadOnlyList<Closure> Closures)
{
    /// <summary>
    /// Windows that hold from a day on, to a day, or every other week are no weekly rule: they are written out day by day. A
    /// closure goes before a change of the day, and that before the week.
    /// </summary>
    public OpeningRules Between(LocalDate first, LocalDate last)
    {
        var weekly = Windows.Where(IsPlain).Select(window => new WeeklyWindow([(IsoDayOfWeek)window.Day], new DayWindow(window.StartMinute, window.EndMinute)));
        var changed = Changes.ToLookup(change => LocalDate.FromDateOnly(change.Date));
        var special = Windows.Any(window => !IsPlain(window));
        var overrides = ImmutableArray.CreateBuilder<DayOverride>();
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (IsClosed(date))
            {
                overrides.Add(new DayOverride(date, []));
            }
            else if (changed.Contains(date))
            {
                overrides.Add(new DayOverride(date, [.. changed[date].Where(change => change.StartMinute is not null).Select(change => new DayWindow(change.StartMinute!.Value, change.EndMinute!.Value))]));
            }
            else if (special)
            {
                overrides.Add(new DayOverride(date, [.. Windows.Where(window => HoldsOn(window, date)).Select(window => new DayWindow(window.StartMinute, window.EndMinute))]));
            }
        }

        return new OpeningRules([.. weekly], overrides.ToImmutable());
    }

    /// <summary>Whether there is work on that day at all, whatever is booked.</summary>
    public bool IsOpenOn(LocalDate date)
    {
        var rules = Between(date, date);
        var special = rules.Overrides.Where(day => day.Date == date).ToList();
        return (special.Count > 0 ? special.SelectMany(day => day.Windows) : rules.Weekly.Where(window => window.Days.Contains(date.DayOfWeek)).Select(window => window.Window))
            .Any(window => window.End > window.Start);
    }

    /// <summary>Why that day is closed, in the practice's words; null when it is not closed as a whole, empty when no reason is given.</summary>
    public string? ClosureOn(LocalDate date)
    {
        var day = date.ToDateOnly();
        return Closures.Where(closure => closure.FirstDay <= day && day <= closure.LastDay).Select(closure => closure.Reason).OrderByDescending(reason => reason.Length).FirstOrDefault();
    }

    private static bool IsPlain(WorkingWindow window) => window.EveryWeeks == 1 && window.ValidTo is null && window.ValidFrom == DateOnly.MinValue;

    private static bool HoldsOn(WorkingWindow window, LocalDate date)
    {
        var from = LocalDate.FromDateOnly(window.ValidFrom);
        if (date.DayOfWeek != (IsoDayOfWeek)window.Day || date < from || (window.ValidTo is { } to && date > LocalDate.FromDateOnly(to)))
        {
            return false;
        }

        var weeks = Period.DaysBetween(MondayOf(from), MondayOf(date)) / 7;
        return weeks % window.EveryWeeks == 0;
    }

    private static LocalDate MondayOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private bool IsClosed(LocalDate date) => ClosureOn(date) is not null;
}

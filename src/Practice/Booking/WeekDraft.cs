using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Practice.Booking;

/// <summary>The whole week of a therapist as somebody wrote it.</summary>
/// <param name="Windows">In any order; rows without times count for nothing.</param>
/// <param name="Fingerprint">Of the week that was read before it was changed.</param>
public sealed record WeekDraft(ImmutableArray<WindowDraft> Windows, string Fingerprint)
{
    public static WeekDraft From(IEnumerable<WorkingWindow> windows)
    {
        var drafts = windows.OrderBy(window => window.Day).ThenBy(window => window.StartMinute).ThenBy(window => window.EndMinute).ThenBy(window => window.ValidFrom).ThenBy(window => window.EveryWeeks)
            .Select(WindowDraft.Of).ToImmutableArray();
        return new WeekDraft(drafts, Parts.Fingerprint(drafts.Select(window => (window.Day.ToString(CultureInfo.InvariantCulture), window.ToString()))));
    }

    /// <summary>The same week with Monday's windows on Tuesday to Friday.</summary>
    public WeekDraft WithMondayOnWeekdays() => this with
    {
        Windows = [.. Windows.Where(window => window.Day is 1 or > 5), .. Enumerable.Range(2, 4).SelectMany(day => Windows.Where(window => window.Day == 1).Select(window => window with { Day = day }))],
    };
}

/// <param name="Day">1 is Monday, 7 Sunday.</param>
/// <param name="From">First day it holds; empty for any.</param>
/// <param name="To">Last day it holds; empty for ever.</param>
/// <param name="Every">Weeks from one to the next; empty for every week.</param>
public sealed record WindowDraft(int Day, string Start, string End, string From, string To, string Every)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Start) && string.IsNullOrWhiteSpace(End);

    /// <summary>Holds every week and for ever.</summary>
    public bool IsPlain => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To) && (string.IsNullOrWhiteSpace(Every) || Every.Trim() == "1");

    public static WindowDraft Of(WorkingWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new WindowDraft(
            window.Day,
            ClockTimes.Write(window.StartMinute),
            ClockTimes.Write(window.EndMinute),
            window.ValidFrom == DateOnly.MinValue ? "" : Iso(window.ValidFrom),
            window.ValidTo is { } to ? Iso(to) : "",
            window.EveryWeeks.ToString(CultureInfo.InvariantCulture));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What somebody wrote about one day of a therapist.</summary>
/// <param name="Windows">Start and end; rows without either count for nothing.</param>
/// <param name="IsClosed">Then windows count for nothing.</param>
/// <param name="Fingerprint">Of the changes of days that were read before.</param>
public sealed record DayDraft(string Date, bool IsClosed, ImmutableArray<(string Start, string End)> Windows, string Fingerprint);

using System.Collections.Immutable;

namespace Unknot.Practice.Booking;

/// <summary>Understands the week that somebody wrote.</summary>
internal static class WeekReading
{
    internal static ImmutableArray<WorkingWindow> Of(TherapistId id, WeekDraft draft, DraftReader reader, Func<Guid> newId, int mostADay)
    {
        var windows = ImmutableArray.CreateBuilder<WorkingWindow>();
        for (var row = 0; row < draft.Windows.Length; row++)
        {
            var written = draft.Windows[row];
            if (written.IsEmpty)
            {
                continue;
            }

            if (written.Day is < 1 or > 7)
            {
                reader.Add($"Start-{row}", "A week has the days 1 to 7.");
                continue;
            }

            var (start, end) = Window(reader, $"Start-{row}", written.Start, $"End-{row}", written.End);
            var every = string.IsNullOrWhiteSpace(written.Every) ? 1 : reader.Number($"Every-{row}", written.Every, "The weeks from one to the next", 1, 8);
            var from = string.IsNullOrWhiteSpace(written.From) ? DateOnly.MinValue : reader.Day($"From-{row}", written.From, "The first day");
            DateOnly? to = string.IsNullOrWhiteSpace(written.To) ? null : reader.Day($"To-{row}", written.To, "The last day");
            if (every > 1 && from == DateOnly.MinValue)
            {
                reader.Add($"From-{row}", "Say the first day: its week is the first one that counts.");
            }
            else if (to is { } last && last < from)
            {
                reader.Add($"To-{row}", "The last day is before the first.");
            }

            var window = new WorkingWindow
            {
                Id = newId(),
                TherapistId = id,
                Day = written.Day,
                StartMinute = start ?? 0,
                EndMinute = end ?? 0,
                ValidFrom = from,
                ValidTo = to,
                EveryWeeks = every,
            };
            if (windows.FirstOrDefault(other => AreTogether(other, window)) is { } other)
            {
                reader.Add($"Start-{row}", $"It overlaps {ClockTimes.Write(other.StartMinute)} to {ClockTimes.Write(other.EndMinute)} on the same day.");
            }

            windows.Add(window);
        }

        if (windows.GroupBy(window => window.Day).Any(day => day.Count() > mostADay))
        {
            reader.Add("Start-0", $"A day has at most {mostADay} windows.");
        }

        return windows.ToImmutable();
    }

    internal static (int? Start, int? End) Window(DraftReader reader, string startField, string start, string endField, string end)
    {
        var (from, to) = (reader.Time(startField, start, isEnd: false), reader.Time(endField, end, isEnd: true));
        if (to > 0 && from >= to)
        {
            reader.Add(endField, "It ends before it starts. A window that goes on after midnight is two: one until 24:00, and one from 00:00 on the next day.");
        }

        return (from, to);
    }

    /// <summary>Two that hold in the same weeks and share a moment: a slip, most likely. Those that hold at different times may well overlap.</summary>
    private static bool AreTogether(WorkingWindow one, WorkingWindow other) =>
        one.Day == other.Day && one.StartMinute < other.EndMinute && other.StartMinute < one.EndMinute
        && one.EveryWeeks == other.EveryWeeks && one.ValidFrom == other.ValidFrom && one.ValidTo == other.ValidTo;
}

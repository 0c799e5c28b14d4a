using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Site;

/// <summary>When a practice is open in an ordinary week, wall clock.</summary>
/// <param name="Lines">In the order they were written.</param>
public sealed record OpeningHours(ImmutableArray<OpeningLine> Lines)
{
    public static OpeningHours None { get; } = new([]);

    /// <summary>Reads one rule a line: <c>Mon-Fri 09:00-12:00, 13:00-17:00</c>, <c>Sat, Sun 10:00-14:00</c>.</summary>
    /// <param name="text">Empty lines mean nothing.</param>
    /// <param name="trouble">A sentence about the first line that is wrong; null when all could be read.</param>
    /// <returns>False when a line is wrong.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? trouble)
    {
        ArgumentNullException.ThrowIfNull(text);
        hours = null;
        trouble = null;
        var lines = ImmutableArray.CreateBuilder<OpeningLine>();
        var taken = new List<(DayOfWeek Day, OpeningWindow Window)>();
        foreach (var (written, number) in text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line.Trim(), index + 1)).Where(each => each.Item1.Length > 0))
        {
            if (!OpeningLine.TryParse(written, out var line, out var why))
            {
                trouble = $"Line {number.ToString(CultureInfo.InvariantCulture)}: {why} Write it like “Mon-Fri 09:00-17:00”.";
                return false;
            }

            foreach (var each in line.Days.SelectMany(day => line.Windows.Select(window => (Day: day, Window: window))))
            {
                if (taken.Any(other => other.Day == each.Day && other.Window.Overlaps(each.Window)))
                {
                    trouble = $"Line {number.ToString(CultureInfo.InvariantCulture)}: {each.Day} is already open at {each.Window}.";
                    return false;
                }

                taken.Add(each);
            }

            lines.Add(line);
        }

        hours = new OpeningHours(lines.ToImmutable());
        return true;
    }
}

/// <param name="Days">At least one, Monday first.</param>
/// <param name="Windows">At least one.</param>
public sealed partial record OpeningLine(ImmutableArray<DayOfWeek> Days, ImmutableArray<OpeningWindow> Windows)
{
    private static readonly ImmutableArray<(string Name, DayOfWeek Day)> Week =
    [
        ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday),
        ("Fri", DayOfWeek.Friday), ("Sat", DayOfWeek.Saturday), ("Sun", DayOfWeek.Sunday),
    ];

    internal static bool TryParse(string text, [NotNullWhen(true)] out OpeningLine? line, [NotNullWhen(false)] out string? why)
    {
        line = null;
        var shape = Shape().Match(text);
        if (!shape.Success)
        {
            why = "These are no days and times.";
            return false;
        }

        var days = new SortedSet<int>();
        foreach (Capture part in shape.Groups["days"].Captures)
        {
            var ends = part.Value.Split('-').Select(name => Week.IndexOf(Week.FirstOrDefault(day => day.Name == name.Trim()))).ToArray();
            if (ends[0] > ends[^1])
            {
                why = "A span of days begins with the earlier one, Monday first.";
                return false;
            }

            days.UnionWith(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }

        var windows = shape.Groups["from"].Captures.Zip(shape.Groups["to"].Captures, (from, to) => new OpeningWindow(Minute(from.Value), Minute(to.Value))).ToImmutableArray();
        if (windows.Any(window => window.FromMinute >= window.ToMinute))
        {
            why = "It must close after it opens.";
            return false;
        }

        why = null;
        line = new OpeningLine([.. days.Select(day => Week[day].Day)], windows);
        return true;
    }

    private static int Minute(string clock) =>
        (60 * int.Parse(clock.AsSpan(0, 2), CultureInfo.InvariantCulture)) + int.Parse(clock.AsSpan(3, 2), CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<days>(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( ?- ?(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?)"
        + @"( ?, ?(?<days>(Mon|Tue|Wed|Thu|Fri|Sat|Sun)( ?- ?(Mon|Tue|Wed|Thu|Fri|Sat|Sun))?))* +"
        + @"(?<from>([01][0-9]|2[0-3]):[0-5][0-9]) ?- ?(?<to>([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
        + @"( ?, ?(?<from>([01][0-9]|2[0-3]):[0-5][0-9]) ?- ?(?<to>([01][0-9]|2[0-3]):[0-5][0-9]|24:00))*\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Shape();
}

/// <summary>Minutes of the day, wall clock; the end is 1440 at midnight.</summary>
public readonly record struct OpeningWindow(int FromMinute, int ToMinute)
{
    /// <summary><c>09:00</c>; <c>24:00</c> at the end of a day.</summary>
    public static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    public bool Overlaps(OpeningWindow other) => FromMinute < other.ToMinute && other.FromMinute < ToMinute;

    public override string ToString() => $"{Clock(FromMinute)}-{Clock(ToMinute)}";
}

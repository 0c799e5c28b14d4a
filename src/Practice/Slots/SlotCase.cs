using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Unknot.Practice.Slots;

/// <summary>Reads a query from JSON, so that anybody can hold the function against another. <c>docs/slots.md</c> describes the form.</summary>
public static class SlotCase
{
    /// <summary>Longer than anybody plans ahead, short enough to be worked out at once.</summary>
    private const int MostDays = 3700;

    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <exception cref="SlotCaseException">It is not JSON, a field is unknown, missing, given twice, or out of its range; the message says which.</exception>
    public static SlotQuery Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Checked(StrictObject.Read(document.RootElement, path: "", Query));
        }
        catch (JsonException trouble)
        {
            throw new SlotCaseException($"The case is not JSON: the trouble is in line {trouble.LineNumber + 1}, at byte {trouble.BytePositionInLine + 1}.", trouble);
        }
    }

    private static SlotQuery Query(StrictObject fields)
    {
        var (alignment, buffers) = fields.ObjectOr("policy", Policy, (GridAlignment.Window, BufferRule.Additive));
        return new SlotQuery
        {
            Zone = Zone(fields.Text("timezone")),
            Opening = new OpeningRules(
                [.. fields.List("rules", (rule, path) => StrictObject.Read(rule, path, Rule))],
                [.. fields.ListOrEmpty("overrides", (day, path) => StrictObject.Read(day, path, Override))]),
            Busy = [.. fields.ListOrEmpty("busy", (busy, path) => StrictObject.Read(busy, path, Busy))],
            Session = fields.Object("service", Session),
            Now = fields.Instant("now"),
            Notice = fields.MinutesOrNone("minNoticeMinutes"),
            From = fields.Instant("queryFrom"),
            To = fields.Instant("queryTo"),
            Alignment = alignment,
            Buffers = buffers,
        };
    }

    private static SlotQuery Checked(SlotQuery query)
    {
        if (YearOf(query.From) is < FirstYear or > LastYear || YearOf(query.To) is < FirstYear or > LastYear)
        {
            throw new SlotCaseException($"'queryFrom' and 'queryTo' must lie in the years {FirstYear} to {LastYear}.");
        }

        return query.To - query.From > Duration.FromDays(MostDays)
            ? throw new SlotCaseException($"'queryTo' must lie within {MostDays} days of 'queryFrom'.")
            : query;

        static int YearOf(Instant instant) => instant.InUtc().Year;
    }

    private static DateTimeZone Zone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new SlotCaseException($"'timezone' must be a zone of the IANA database, such as \"America/New_York\", not \"{id}\".");

    private static WeeklyWindow Rule(StrictObject fields) => new([.. fields.List("days", Day).Distinct()], Window(fields));

    private static IsoDayOfWeek Day(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var day) && day is >= 1 and <= 7
            ? (IsoDayOfWeek)day
            : throw new SlotCaseException($"'{path}' must be a day from 1, Monday, to 7, Sunday.");

    private static DayOverride Override(StrictObject fields) =>
        new(fields.Date("date"), [.. fields.List("windows", (window, path) => StrictObject.Read(window, path, Window))]);

    private static DayWindow Window(StrictObject fields) => new(Time(fields, "start", DayWindow.MinutesOfDay - 1), Time(fields, "end", DayWindow.MinutesOfDay));

    /// <param name="latest">Minutes from midnight: an end may be 24:00.</param>
    private static int Time(StrictObject fields, string name, int latest)
    {
        var text = fields.Text(name);
        return text is [_, _, ':', _, _]
            && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes < 60 && (hours * 60) + minutes <= latest
            ? (hours * 60) + minutes
            : throw new SlotCaseException($"'{fields.PathOf(name)}' must be a time from \"00:00\" to \"{latest / 60:00}:{latest % 60:00}\", not \"{text}\".");
    }

    private static BusyTime Busy(StrictObject fields)
    {
        var (start, end) = (fields.Instant("start"), fields.Instant("end"));
        return end < start
            ? throw new SlotCaseException($"'{fields.PathOf("end")}' must not lie before '{fields.PathOf("start")}'.")
            : new BusyTime(start, end, fields.MinutesOrNone("bufferBeforeMinutes"), fields.MinutesOrNone("bufferAfterMinutes"));
    }

    private static SessionTimes Session(StrictObject fields) => new(
        fields.Minutes("durationMinutes", least: 1),
        fields.MinutesOrNone("bufferBeforeMinutes"),
        fields.MinutesOrNone("bufferAfterMinutes"),
        fields.Minutes("slotStepMinutes", least: 1));

    private static (GridAlignment Alignment, BufferRule Buffers) Policy(StrictObject fields) => (
        fields.Text("alignment", "window") switch
        {
            "window" => GridAlignment.Window,
            "gap" => GridAlignment.Gap,
            var other => throw new SlotCaseException($"'{fields.PathOf("alignment")}' must be \"window\" or \"gap\", not \"{other}\"."),
        },
        fields.Text("bufferRule", "additive") switch
        {
            "additive" => BufferRule.Additive,
            "shared" => BufferRule.Shared,
            var other => throw new SlotCaseException($"'{fields.PathOf("bufferRule")}' must be \"additive\" or \"shared\", not \"{other}\"."),
        });
}

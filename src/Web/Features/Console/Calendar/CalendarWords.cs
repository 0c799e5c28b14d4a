using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>How the calendar says times, states and refusals.</summary>
internal static partial class CalendarWords
{
    private static readonly LocalDateTimePattern Field = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly InstantPattern StoredPattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

    /// <summary>"09:30", on the practice's wall clock.</summary>
    internal static string Clock(Instant instant, DateTimeZone zone) => instant.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Thu 26 Nov".</summary>
    internal static string Day(LocalDate date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>"Thursday, 26 November 2026".</summary>
    internal static string LongDay(LocalDate date) => date.ToString("dddd, d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>"Thu 26 Nov, 09:30"; with the zone's short name where the same time comes twice that day.</summary>
    internal static string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone);
        var twice = zone.MapLocal(local.LocalDateTime).Count > 1;
        return $"{Day(local.Date)}, {Clock(instant, zone)}{(twice ? $" {zone.GetZoneInterval(instant).Name}" : "")}";
    }

    internal static string Machine(Instant instant) => InstantPattern.General.Format(instant);

    internal static Instant? ReadMachine(string? text) => InstantPattern.General.Parse(text ?? "") is { Success: true } parsed ? parsed.Value : null;

    /// <summary>A date and a time of a form, on the practice's wall clock: what the clocks skip is moved forward, of what comes twice the first is meant.</summary>
    internal static LocalDateTime? ReadWall(string? date, string? time) =>
        Field.Parse($"{date}T{(time?.Length > 5 ? time[..5] : time)}") is { Success: true, Value.Year: >= 2000 and <= 2200 } parsed ? parsed.Value : null;

    /// <summary>"1 h 15 min".</summary>
    internal static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var full, 0) => $"{full} h",
        var (full, rest) => $"{full} h {rest} min",
    };

    internal static string Money(int cents, string currency) =>
        currency == "USD" ? $"${(cents / 100m).ToString("N2", CultureInfo.InvariantCulture)}" : $"{(cents / 100m).ToString("N2", CultureInfo.InvariantCulture)} {currency}";

    internal static string State(AppointmentState state) => state switch
    {
        AppointmentState.Held => "Being booked",
        AppointmentState.Pending => "Request",
        AppointmentState.Confirmed => "Confirmed",
        AppointmentState.Done => "Done",
        AppointmentState.NoShow => "No-show",
        AppointmentState.Blocked => "Blocked",
        AppointmentState.Cancelled => "Cancelled",
        AppointmentState.Expired => "Expired",
        _ => throw new UnreachableException(),
    };

    /// <summary>Name of its class.</summary>
    internal static string Look(AppointmentState state) => $"is-{state.ToString().ToLowerInvariant()}";

    /// <summary>What an event says, with its times on the practice's wall clock.</summary>
    internal static string History(string note, DateTimeZone zone) => StoredTime().Replace(note, found => StoredPattern.Parse(found.Value) is { Success: true } time ? Moment(time.Value, zone) : found.Value);

    internal static string Trouble(SeriesTrouble trouble) => trouble switch
    {
        SeriesTrouble.None => "Free",
        SeriesTrouble.Past => "In the past",
        SeriesTrouble.Closed => "Closed that day",
        SeriesTrouble.OutsideHours => "Outside opening hours",
        SeriesTrouble.Taken => "Taken",
        _ => throw new UnreachableException(),
    };

    /// <summary>What to tell somebody whose change was refused.</summary>
    internal static string Refusal(HostOutcome outcome) => outcome switch
    {
        HostOutcome.Taken { Nearest.Count: 0 } => "Something else is in that time. Nothing was changed.",
        HostOutcome.Taken => "That time is taken. Nothing was changed.",
        HostOutcome.OutsideHours => "That is outside opening hours. Nothing was changed.",
        HostOutcome.NoSuchTime => "Choose a time from today on that ends after it begins. Nothing was changed.",
        HostOutcome.TooEarly => "It has not begun yet.",
        HostOutcome.NotAllowed => "This is in somebody else's calendar. Only an owner can change it.",
        HostOutcome.NotOffered => "This service, therapist, room and client do not go together. Nothing was changed.",
        HostOutcome.Changed => "Somebody changed this meanwhile. Here is how it stands now.",
        _ => throw new UnreachableException(),
    };

    internal static int Status(HostOutcome outcome) => outcome switch
    {
        HostOutcome.NotAllowed => StatusCodes.Status403Forbidden,
        HostOutcome.NotOffered or HostOutcome.NoSuchTime or HostOutcome.TooEarly => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Free times near one that was refused.</summary>
    internal static IReadOnlyList<FreeTime> Nearest(HostOutcome outcome) => outcome switch
    {
        HostOutcome.Taken taken => taken.Nearest,
        HostOutcome.OutsideHours outside => outside.Nearest,
        _ => [],
    };

    [GeneratedRegex(@"\b20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\dZ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoredTime();
}

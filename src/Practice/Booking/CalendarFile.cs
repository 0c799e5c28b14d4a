using System.Globalization;
using System.Text;
using Unknot.Practice.Site;

namespace Unknot.Practice.Booking;

/// <summary>Calendar files as RFC 5545 has them: UTF-8, lines of at most 75 bytes that end in CR LF.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar";

    private const int MostBytesInLine = 75;

    /// <summary>
    /// A session as its client's calendar sees it. Neither the service nor anything about health is in it, and it is private: calendars are shared with families and offices.
    /// </summary>
    /// <param name="practice">Its name is the title, its address the place.</param>
    /// <param name="sender">Address that the practice's mail comes from; null when there is none, and then nobody invites and nobody is invited.</param>
    /// <param name="client">Null in a file that its reader fetches.</param>
    public static CalendarEntry EntryOf(Appointment appointment, PracticeSettings practice, DateTime nowUtc, string? sender, Client? client)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ArgumentNullException.ThrowIfNull(practice);
        var place = string.Join(", ", new[] { practice.Street, practice.City, $"{practice.Region} {practice.PostalCode}".Trim() }.Where(part => part.Length > 0));
        return new CalendarEntry
        {
            Uid = $"{appointment.Id}@unknot",
            Sequence = appointment.Sequence,
            StampUtc = nowUtc,
            StartsAtUtc = appointment.StartsAtUtc,
            EndsAtUtc = appointment.EndsAtUtc,
            Summary = practice.Name,
            Location = place,
            Status = appointment.State switch
            {
                AppointmentState.Cancelled => CalendarStatus.Cancelled,
                AppointmentState.Pending => CalendarStatus.Tentative,
                _ => CalendarStatus.Confirmed,
            },
            Organizer = sender is not null ? new CalendarPerson(practice.Name, sender) : null,
            Attendee = sender is not null && client is not null ? new CalendarPerson(client.Name, client.Email) : null,
        };
    }

    /// <summary>A file with one event, to be sent or fetched.</summary>
    public static string Of(CalendarMethod method, CalendarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = new StringBuilder();
        Begin(text);
        Line(text, "METHOD", method.ToString().ToUpperInvariant());
        Write(text, entry);
        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">Shown in the list of calendars.</param>
    public static string Feed(string name, IEnumerable<CalendarEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var text = new StringBuilder();
        Begin(text);
        Line(text, "X-WR-CALNAME", Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
        Line(text, "X-PUBLISHED-TTL", "PT15M");
        foreach (var entry in entries)
        {
            Write(text, entry);
        }

        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    /// <returns>The method that a file names, in capitals; null when it names none.</returns>
    internal static string? MethodOf(string file) =>
        file.Split("\r\n").FirstOrDefault(line => line.StartsWith("METHOD:", StringComparison.Ordinal))?["METHOD:".Length..];

    private static void Begin(StringBuilder text)
    {
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//Unknot//Booking//EN");
        Line(text, "CALSCALE", "GREGORIAN");
    }

    private static void Write(StringBuilder text, CalendarEntry entry)
    {
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escaped(entry.Uid));
        Line(text, "DTSTAMP", Stamp(entry.StampUtc));
        Line(text, "DTSTART", Stamp(entry.StartsAtUtc));
        Line(text, "DTEND", Stamp(entry.EndsAtUtc));
        Line(text, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "STATUS", entry.Status.ToString().ToUpperInvariant());
        Line(text, "SUMMARY", Escaped(entry.Summary));
        if (entry.Location.Length > 0)
        {
            Line(text, "LOCATION", Escaped(entry.Location));
        }

        Line(text, "CLASS", "PRIVATE");
        Line(text, "TRANSP", entry.Status is CalendarStatus.Cancelled ? "TRANSPARENT" : "OPAQUE");
        if (entry.Organizer is { } organizer)
        {
            Line(text, $"ORGANIZER;CN={Quoted(organizer.Name)}", $"mailto:{organizer.Email}");
        }

        if (entry.Attendee is { } attendee)
        {
            Line(text, $"ATTENDEE;CN={Quoted(attendee.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE", $"mailto:{attendee.Email}");
        }

        Line(text, "END", "VEVENT");
    }

    private static string Stamp(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string value) => WithoutControls(value.ReplaceLineEndings("\n"))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Within a parameter there is no way to write a quotation mark.</summary>
    private static string Quoted(string value) => $"\"{WithoutControls(value).Replace('"', '\'').Replace('\n', ' ')}\"";

    private static string WithoutControls(string value) => string.Concat(value.Where(letter => letter == '\n' || !char.IsControl(letter)));

    /// <summary>A long line goes on in the next one after a space. No letter is torn apart.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var used = 0;
        foreach (var letter in $"{name}:{value}".EnumerateRunes())
        {
            if (used + letter.Utf8SequenceLength > MostBytesInLine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(letter.ToString());
            used += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

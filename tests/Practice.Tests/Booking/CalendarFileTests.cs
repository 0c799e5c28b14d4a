using System.Text;
using Unknot.Practice.Booking;
using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Booking;

public sealed class CalendarFileTests
{
    private static readonly DateTime Monday = new(2026, 3, 2, 13, 0, 0, DateTimeKind.Utc);

    /// <summary>The files were written by another program, and are read by ical.js in the tests of the islands.</summary>
    [Theory]
    [InlineData("1-booked", CalendarMethod.Request, 0, 0, 50, AppointmentState.Confirmed)]
    [InlineData("2-moved", CalendarMethod.Request, 1, 1, 74, AppointmentState.Confirmed)]
    [InlineData("3-moved", CalendarMethod.Request, 2, 2, 169, AppointmentState.Confirmed)]
    [InlineData("4-cancelled", CalendarMethod.Cancel, 3, 3, 169, AppointmentState.Cancelled)]
    public void A_session_is_written_byte_for_byte_as_the_file_says(string file, CalendarMethod method, int sequence, int nowHours, int startHours, AppointmentState state)
    {
        var practice = SettingsDesk.ProductDefault();
        (practice.Name, practice.Street, practice.City, practice.Region, practice.PostalCode) =
            ("Quiet Hands, Körper; Größe \\ Ruhe", "1 Example Street, Suite 5 behind the old post office", "Springfield", "IL", "00000");

        var entry = CalendarFile.EntryOf(Session(sequence, startHours, state), practice, Monday.AddHours(nowHours), "post@practice.example", Client("Zoë \"Zo\" Núñez-Example"));

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Booking", "Calendars", $"{file}.ics")), CalendarFile.Of(method, entry));
    }

    [Theory]
    [InlineData("a", 400)]
    [InlineData("ü", 200)]
    [InlineData("痛", 130)]
    [InlineData("👐", 90)]
    [InlineData("a😀é,", 60)]
    public void Every_line_has_at_most_75_bytes_and_no_letter_is_torn(string piece, int times)
    {
        var name = string.Concat(Enumerable.Repeat(piece, times));
        var practice = SettingsDesk.ProductDefault();
        practice.Name = name;

        var file = CalendarFile.Of(CalendarMethod.Publish, CalendarFile.EntryOf(Session(0, 50, AppointmentState.Confirmed), practice, Monday, null, null));

        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains($"\r\nSUMMARY:{name.Replace(",", "\\,", StringComparison.Ordinal)}\r\n", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', file);
        Assert.DoesNotContain("ORGANIZER", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_line_break_adds_no_line_of_its_own()
    {
        var practice = SettingsDesk.ProductDefault();
        (practice.Name, practice.Street) = ("Quiet\r\nATTACH:https://evil.example", "1 Street\nX:y\u0007");

        var file = CalendarFile.Of(CalendarMethod.Request, CalendarFile.EntryOf(Session(0, 50, AppointmentState.Confirmed), practice, Monday, "post@practice.example", Client("A\r\nB:c")));

        Assert.DoesNotContain(file.Split("\r\n"), line => line.StartsWith("ATTACH", StringComparison.Ordinal) || line.StartsWith("X:", StringComparison.Ordinal) || line.StartsWith("B:", StringComparison.Ordinal));
        Assert.Contains("SUMMARY:Quiet\\nATTACH:https://evil.example", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', file);
    }

    private static Appointment Session(int sequence, int startHours, AppointmentState state) => new()
    {
        Id = new AppointmentId(new Guid("0197a5b2-7c1e-7f00-8a6d-3f0c5e9d1b42")),
        TherapistId = new TherapistId(Guid.Empty),
        StartsAtUtc = Monday.AddHours(startHours),
        EndsAtUtc = Monday.AddHours(startHours + 1),
        OccupiedFromUtc = Monday.AddHours(startHours),
        OccupiedToUtc = Monday.AddHours(startHours + 2),
        State = state,
        AddOns = "Hot stones",
        PriceCents = 9_000,
        ClientNote = "Left shoulder",
        ConsentVersion = "1",
        CreatedAtUtc = Monday,
        Sequence = sequence,
        Version = 1,
        RequestKey = Guid.Empty,
    };

    private static Client Client(string name) => new()
    {
        Id = new ClientId(Guid.Empty),
        Name = name,
        Email = "zoe@example.org",
        EmailKey = "zoe@example.org",
        Phone = "",
        Language = "en",
        LetterReference = "",
        CreatedAtUtc = Monday,
    };
}

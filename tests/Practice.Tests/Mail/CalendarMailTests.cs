using System.Text;
using System.Text.RegularExpressions;
using Unknot.Practice.Mail;

namespace Unknot.Practice.Tests.Mail;

public sealed partial class CalendarMailTests
{
    private const string Id = "0197a5b2-7c1e-7f00-8a6d-3f0c5e9d1b42";

    [Theory]
    [InlineData("1-booked", "REQUEST")]
    [InlineData("4-cancelled", "CANCEL")]
    public async Task A_calendar_goes_as_an_invitation_and_as_a_file_byte_for_byte(string file, string method)
    {
        var calendar = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Booking", "Calendars", $"{file}.ics"));

        var mail = await SendAsync(calendar);

        var parts = Part().Matches(mail).Select(part => (Head: part.Groups["head"].Value.Replace("\r\n\t", " ", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal), Body: part.Groups["body"].Value)).ToList();
        var invitation = Assert.Single(parts, part => part.Head.Contains("text/calendar", StringComparison.OrdinalIgnoreCase));
        Assert.Matches($"method=\"?{method}\"?", invitation.Head);
        Assert.Contains("charset=utf-8", invitation.Head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("attachment", invitation.Head, StringComparison.OrdinalIgnoreCase);
        var attachment = Assert.Single(parts, part => part.Head.Contains("application/ics", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("attachment", attachment.Head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("session.ics", attachment.Head, StringComparison.Ordinal);
        Assert.All(new[] { invitation, attachment }, part => Assert.Equal(calendar, Encoding.UTF8.GetString(Convert.FromBase64String(part.Body))));
        Assert.Contains("multipart/alternative", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("multipart/mixed", mail, StringComparison.OrdinalIgnoreCase);
        Assert.True(mail.IndexOf("text/plain", StringComparison.Ordinal) < mail.IndexOf("text/calendar", StringComparison.Ordinal));
        Assert.Contains("The text of it", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_calendar_a_mail_has_one_part()
    {
        var mail = await SendAsync(null);

        Assert.DoesNotContain("multipart", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("calendar", mail, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> SendAsync(string? calendar)
    {
        await using var server = new SmtpServer();
        var settings = new SmtpSettings { Host = "127.0.0.1", Port = server.Port, From = "post@practice.example", UseTls = false };
        var now = new DateTime(2026, 3, 2, 13, 0, 0, DateTimeKind.Utc);
        var message = new OutboxMessage
        {
            Id = MessageId.Of(new Guid(Id)),
            Kind = "booking",
            To = "zoe@example.org",
            Subject = "Booked",
            Text = "The text of it",
            Calendar = calendar,
            CreatedAtUtc = now,
            DueAtUtc = now,
            Attempts = 0,
        };
        await new SmtpSender(settings, TimeProvider.System).SendAsync(message, message.To, CancellationToken.None);
        return Assert.Single(server.Messages);
    }

    /// <summary>A part of a message: its header, an empty line, and all up to the next boundary.</summary>
    [GeneratedRegex(@"(?<=\r\n--[^\r\n]+\r\n)(?<head>(?:[^\r\n]+\r\n)+)\r\n(?<body>[\s\S]*?)(?=\r\n--)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}

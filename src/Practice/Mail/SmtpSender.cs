using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Mail;

/// <summary>Sends by SMTP, each message over a connection of its own.</summary>
public sealed partial class SmtpSender(SmtpSettings settings, TimeProvider time) : IMailSender
{
    /// <summary>Well below the time for which a message is claimed, so that a slow server does not get it from two nodes.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int MaxTroubleLength = 500;

    public bool CanSend => true;

    public async Task SendAsync(OutboxMessage message, string to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var deadline = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        using var mail = Compose(message, to);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.User is { } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        try
        {
            await client.SendMailAsync(mail, both.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new MailException($"The mail server took longer than {Patience.TotalSeconds:0} seconds.", late);
        }
        catch (Exception trouble) when (trouble is SmtpException or IOException or System.Security.Authentication.AuthenticationException)
        {
            throw new MailException(WithoutAddresses(trouble), trouble);
        }
    }

    private MailMessage Compose(OutboxMessage message, string to)
    {
        // A text of the header that holds a line break is refused by these types themselves.
        var mail = new MailMessage(settings.From, to)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.Body = message.Text;
        mail.BodyEncoding = Encoding.UTF8;
        mail.BodyTransferEncoding = TransferEncoding.QuotedPrintable;
        if (message.Calendar is { } calendar)
        {
            AddCalendar(mail, calendar);
        }

        if (message.ReplyTo is { } reply)
        {
            mail.ReplyToList.Add(new MailAddress(reply));
        }

        // The same id at every attempt: who gets a message twice can tell.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{mail.From!.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>
    /// Once as another form of the text, in which mail programs see an invitation, and once as a file for those that do not. In Base64 it arrives byte for byte.
    /// </summary>
    private static void AddCalendar(MailMessage mail, string calendar)
    {
        var view = AlternateView.CreateAlternateViewFromString(calendar, new ContentType(CalendarFile.ContentType) { CharSet = "utf-8" });
        view.ContentType.Parameters["method"] = CalendarFile.MethodOf(calendar);
        view.TransferEncoding = TransferEncoding.Base64;
        mail.AlternateViews.Add(view);
        var file = Attachment.CreateAttachmentFromString(calendar, new ContentType("application/ics") { CharSet = "utf-8", Name = "session.ics" });
        file.ContentDisposition!.FileName = "session.ics";
        file.TransferEncoding = TransferEncoding.Base64;
        mail.Attachments.Add(file);
    }

    private static string WithoutAddresses(Exception trouble)
    {
        var words = trouble is SmtpException smtp ? $"{smtp.StatusCode}: {smtp.Message}" : trouble.Message;
        if (trouble.InnerException is { } inner)
        {
            words += $" ({inner.Message})";
        }

        words = Address().Replace(words, "…");
        return words.Length <= MaxTroubleLength ? words : words[..MaxTroubleLength];
    }

    [GeneratedRegex(@"[^\s<>""'()]*@[^\s<>""'()]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}

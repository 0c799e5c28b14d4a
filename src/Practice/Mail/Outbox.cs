using System.Text;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Mail;

/// <summary>Puts messages into the outbox.</summary>
public static class Outbox
{
    /// <summary>As <see cref="OutboxMessage.To"/>: the practice, at the address it has when the message is sent. Until it has one the message waits.</summary>
    public const string ThePractice = "";

    private const int MaxSubjectLength = 200;

    /// <summary>Adds a message to what the caller is about to save: it is sent if and only if that is kept.</summary>
    /// <param name="kind">What it is about, for the console.</param>
    /// <param name="to">A plausible address, or <see cref="ThePractice"/>.</param>
    /// <param name="subject">Line breaks and other control characters become spaces; what is longer than 200 characters is cut.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="replyTo">A plausible address; null for the practice itself.</param>
    /// <param name="onceKey">Two messages with the same one are the same: saving the second fails on both engines. Null for one that may come again.</param>
    /// <param name="calendar">A calendar file that goes with it; null for none.</param>
    /// <exception cref="ArgumentException">An address is none.</exception>
    public static OutboxMessage Add(PracticeDb db, TimeProvider time, string kind, string to, string subject, string text, string? replyTo = null, string? onceKey = null, string? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(text);
        if (to != ThePractice && !MailAddresses.IsPlausible(to))
        {
            throw new ArgumentException("This is no address that mail could be sent to.", nameof(to));
        }

        if (replyTo is not null && !MailAddresses.IsPlausible(replyTo))
        {
            throw new ArgumentException("This is no address that an answer could be sent to.", nameof(replyTo));
        }

        var now = time.GetUtcNow().UtcDateTime;
        var message = new OutboxMessage
        {
            Id = MessageId.New(time),
            Kind = kind,
            To = to,
            ReplyTo = replyTo,
            Subject = OneLine(subject),
            Text = text,
            Calendar = calendar,
            CreatedAtUtc = now,
            DueAtUtc = now,
            Attempts = 0,
            OnceKey = onceKey,
        };
        db.Outbox.Add(message);
        return message;
    }

    private static string OneLine(string subject)
    {
        var line = new StringBuilder(subject.Length);
        foreach (var rune in subject.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > MaxSubjectLength)
            {
                break;
            }

            // U+2028 and U+2029 end a line too.
            line.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? " " : rune.ToString());
        }

        return line.ToString().Trim();
    }
}

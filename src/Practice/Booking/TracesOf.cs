using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What is about a client without naming their row. Two people may share an address: then the name decides.</summary>
internal static class TracesOf
{
    internal static async Task<List<WaitingEntry>> WaitingAsync(PracticeDb db, Client client, CancellationToken cancellation)
    {
        if (client.EmailKey.Length == 0)
        {
            return [];
        }

        var isShared = await IsSharedAsync(db, client, cancellation);

        // Addresses are compared here, because two databases fold letters in two ways.
        return (await db.WaitingList.ToListAsync(cancellation)).FindAll(entry => IsSame(entry.Email, client.EmailKey) && (!isShared || IsSame(entry.Name, client.Name)));
    }

    /// <summary>Messages to the client, and those to the practice that speak of them.</summary>
    /// <param name="sessions">The client's; calendar files name them.</param>
    internal static async Task<List<OutboxMessage>> MessagesAsync(PracticeDb db, Client client, IReadOnlyCollection<AppointmentId> sessions, CancellationToken cancellation)
    {
        var isShared = await IsSharedAsync(db, client, cancellation);
        var ids = sessions.Select(each => each.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool Says(string? text, string words) => words.Length > 0 && text?.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
        bool Names(OutboxMessage message) => NamesWhole(message.Subject, client.Name) || NamesWhole(message.Text, client.Name) || NamesWhole(message.Calendar, client.Name);
        bool HasSession(OutboxMessage message) => ids.Any(id => Says(message.Calendar, id) || Says(message.Text, id) || Says(message.OnceKey, id));
        bool HasAddress(OutboxMessage message) => Says(message.To, client.EmailKey) || Says(message.ReplyTo, client.EmailKey) || Says(message.Text, client.EmailKey) || Says(message.Calendar, client.EmailKey);

        // The practice may write to another client of the same name, and a name may be a word of any letter that came in:
        // only the practice's own notices about sessions are told by a name alone.
        var people = await db.Users.Where(person => person.Email != null).Select(person => person.Email!).ToListAsync(cancellation);
        bool IsOurs(OutboxMessage message) => message.Kind is not ("contact" or "reply" or "moderation" or "invitation")
            && (message.To == Outbox.ThePractice || people.Contains(message.To, StringComparer.OrdinalIgnoreCase));

        // The outbox holds ninety days of mail.
        return (await db.Outbox.ToListAsync(cancellation)).FindAll(message =>
            HasSession(message) || (HasAddress(message) && (!isShared || Names(message))) || (IsOurs(message) && Names(message)));
    }

    private static Task<bool> IsSharedAsync(PracticeDb db, Client client, CancellationToken cancellation) =>
        db.Clients.AnyAsync(each => each.EmailKey == client.EmailKey && each.Id != client.Id && each.ErasedAtUtc == null, cancellation);

    /// <summary>Whether a text holds a name, and not only as a part of a word.</summary>
    private static bool NamesWhole(string? text, string name)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text![at - 1])) && (at + name.Length == text!.Length || !char.IsLetterOrDigit(text[at + name.Length])))
            {
                return true;
            }
        }

        return false;

        int Next(int from) => name.Length == 0 ? -1 : text?.IndexOf(name, from, StringComparison.Ordinal) ?? -1;
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}

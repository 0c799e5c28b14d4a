using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What the practice does by hand with what it knows of its clients.</summary>
public sealed class ClientDesk(PracticeDb db, TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestEmail = 254;
    private const int LongestPhone = 40;
    private const int LongestLetter = 200;

    /// <summary>Adds somebody who did not book by themselves.</summary>
    public async Task<ClientOutcome> AddAsync(ClientDraft draft, Guid personId, CancellationToken cancellation)
    {
        if (ProblemsOf(draft) is { IsEmpty: false } problems)
        {
            return new ClientOutcome.Refused(problems);
        }

        var client = new Client
        {
            Id = ClientId.New(time),
            Name = "",
            Email = "",
            EmailKey = "",
            Phone = "",
            Language = "",
            LetterReference = "",
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        Write(draft, client);
        db.Clients.Add(client);
        AuditTrail.Note(db, time, personId, "client.added", "client", client.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        return new ClientOutcome.Done(client.Id);
    }

    public async Task<ClientOutcome> ChangeAsync(ClientId id, ClientDraft draft, Guid personId, CancellationToken cancellation)
    {
        if (ProblemsOf(draft) is { IsEmpty: false } problems)
        {
            return new ClientOutcome.Refused(problems);
        }

        if (await db.Clients.FirstOrDefaultAsync(each => each.Id == id && each.ErasedAtUtc == null, cancellation) is not { } client)
        {
            return new ClientOutcome.NotThere();
        }

        Write(draft, client);
        if (db.ChangeTracker.HasChanges())
        {
            // Which fields, never what stands in them.
            var fields = db.Entry(client).Properties.Where(property => property.IsModified && property.Metadata.Name != nameof(Client.EmailKey)).Select(property => property.Metadata.Name);
            AuditTrail.Note(db, time, personId, "client.changed", "client", id.ToString(), string.Join(", ", fields));
            await db.SaveChangesAsync(cancellation);
        }

        return new ClientOutcome.Done(id);
    }

    /// <summary>
    /// Makes two entries of one person into one: sessions and places on the waiting list go to the one that is kept, which also takes what it lacks.
    /// What remains of the other is a row without personal data, because receipts may name it.
    /// </summary>
    public async Task<ClientOutcome> MergeAsync(ClientId keptId, ClientId otherId, Guid personId, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            var kept = await db.Clients.FirstOrDefaultAsync(each => each.Id == keptId && each.ErasedAtUtc == null, cancellation);
            var other = await db.Clients.FirstOrDefaultAsync(each => each.Id == otherId && each.ErasedAtUtc == null, cancellation);
            if (kept is null || other is null || keptId == otherId)
            {
                return new ClientOutcome.NotThere();
            }

            if (kept.Email.Length == 0)
            {
                (kept.Email, kept.EmailKey) = (other.Email, other.EmailKey);
            }

            kept.Phone = kept.Phone.Length == 0 ? other.Phone : kept.Phone;
            if (kept.LetterReference.Length == 0 && kept.LetterValidUntil is null)
            {
                (kept.LetterReference, kept.LetterValidUntil) = (other.LetterReference, other.LetterValidUntil);
            }

            await db.Appointments.Where(each => each.ClientId == otherId)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.ClientId, keptId).SetProperty(each => each.Version, each => each.Version + 1), cancellation);
            foreach (var waiting in await TracesOf.WaitingAsync(db, other, cancellation))
            {
                (waiting.Name, waiting.Email, waiting.Phone) = (kept.Name, kept.Email, kept.Phone);
                waiting.Version++;
            }

            if (kept.EmailKey != other.EmailKey)
            {
                // Of the mails to the former address only what is still to be sent stays.
                var sent = (await TracesOf.MessagesAsync(db, other, [], cancellation)).Where(message => message.SentAtUtc is not null || message.GivenUpAtUtc is not null);
                db.Outbox.RemoveRange(sent);
            }

            Blank(other, time.GetUtcNow().UtcDateTime);
            AuditTrail.Note(db, time, personId, "client.merged", "client", keptId.ToString(), $"with {otherId}");
            AuditTrail.Note(db, time, personId, "client.merged", "client", otherId.ToString(), $"into {keptId}");
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new ClientOutcome.Done(keptId);
        }
    }

    internal static void Blank(Client client, DateTime atUtc)
    {
        (client.Name, client.Email, client.EmailKey, client.Phone, client.LetterReference) = ("", "", "", "", "");
        (client.LetterValidUntil, client.ErasedAtUtc) = (null, atUtc);
    }

    private static void Write(ClientDraft draft, Client client)
    {
        client.Name = draft.Name.Trim();
        client.Email = draft.Email.Trim();
        client.EmailKey = client.Email.ToLowerInvariant();
        client.Phone = draft.Phone.Trim();
        client.Language = draft.Language;
        client.LetterReference = draft.LetterReference.Trim();
        client.LetterValidUntil = DayOf(draft.LetterValidUntil);
    }

    private static ImmutableArray<ClientProblem> ProblemsOf(ClientDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var problems = ImmutableArray.CreateBuilder<ClientProblem>();
        void Need(bool isRight, string field, string text)
        {
            if (!isRight)
            {
                problems.Add(new ClientProblem(field, text));
            }
        }

        bool IsLine(string text, int longest) => text.Trim().Length <= longest && !text.Any(char.IsControl);
        Need(draft.Name.Trim().Length > 0, "Name", "A client has a name.");
        Need(IsLine(draft.Name, LongestName), "Name", $"A name is one line of at most {LongestName} characters.");
        Need(draft.Email.Trim().Length is 0 || (draft.Email.Trim().Length <= LongestEmail && MailAddresses.IsPlausible(draft.Email.Trim())), "Email", "This is no e-mail address. Leave it empty if there is none.");
        Need(IsLine(draft.Phone, LongestPhone), "Phone", $"A telephone number is one line of at most {LongestPhone} characters.");
        Need(draft.Language is "en" or "es", "Language", "Mails are written in English or Spanish.");
        Need(IsLine(draft.LetterReference, LongestLetter), "LetterReference", $"This is one line of at most {LongestLetter} characters.");
        Need(draft.LetterValidUntil.Trim().Length == 0 || DayOf(draft.LetterValidUntil) is not null, "LetterValidUntil", "A day is written like 2026-12-31.");
        return problems.ToImmutable();
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

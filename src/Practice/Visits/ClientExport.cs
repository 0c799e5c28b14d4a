using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Visits;

/// <summary>Puts together what is kept about a client: <c>client.json</c> for programs and <c>client.html</c> for people, in one ZIP.</summary>
public sealed class ClientExport(PracticeDb db)
{
    /// <summary>Whoever opens the file in an editor reads letters, not their numbers. It is never put into a page.</summary>
    private static readonly ExportJson Json = new(new JsonSerializerOptions(ExportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <returns>Null when there is no such client.</returns>
    public async Task<ExportedClient?> ReadAsync(ClientId id, CancellationToken cancellation)
    {
        if (await db.Clients.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } client)
        {
            return null;
        }

        var visits = await db.Appointments.AsNoTracking().Include(each => each.Service).Include(each => each.Therapist)
            .Where(each => each.ClientId == id).OrderByDescending(each => each.StartsAtUtc).ToListAsync(cancellation);
        var ids = visits.ConvertAll(visit => visit.Id);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        var events = (await db.AppointmentEvents.AsNoTracking().Where(each => ids.Contains(each.AppointmentId)).OrderBy(each => each.AtUtc).ToListAsync(cancellation)).ToLookup(each => each.AppointmentId);
        var notes = (await db.VisitNotes.AsNoTracking().Where(each => ids.Contains(each.AppointmentId)).OrderBy(each => each.CreatedAtUtc).ToListAsync(cancellation)).ToLookup(each => each.AppointmentId);
        var payments = (await db.Payments.AsNoTracking().Where(each => ids.Contains(each.AppointmentId)).OrderBy(each => each.RecordedAtUtc).ToListAsync(cancellation)).ToLookup(each => each.AppointmentId);
        var receipts = (await db.Receipts.AsNoTracking().Where(each => ids.Contains(each.AppointmentId)).OrderBy(each => each.IssuedAtUtc).ToListAsync(cancellation)).ToLookup(each => each.AppointmentId);
        var waiting = await TracesOf.WaitingAsync(db, client, cancellation);
        var messages = client.EmailKey.Length == 0 ? [] : (await TracesOf.MessagesAsync(db, client, ids, cancellation)).FindAll(message => string.Equals(message.To, client.EmailKey, StringComparison.OrdinalIgnoreCase));
        return new ExportedClient
        {
            Id = id.Value,
            Name = client.Name,
            Email = client.Email,
            Phone = client.Phone,
            Language = client.Language,
            LetterReference = client.LetterReference,
            LetterValidUntil = client.LetterValidUntil,
            KnownSinceUtc = client.CreatedAtUtc,
            Visits = [.. visits.Select(visit => VisitFrom(visit, events[visit.Id], notes[visit.Id], payments[visit.Id], receipts[visit.Id], names))],
            WaitingList = [.. waiting.Select(entry => new ExportedWaiting(entry.FirstDay, entry.LastDay, entry.State.ToString(), entry.CreatedAtUtc))],
            Messages = [.. messages.OrderBy(message => message.CreatedAtUtc).Select(message => new ExportedMessage(message.Subject, message.CreatedAtUtc, message.SentAtUtc, message.Text))],
        };
    }

    /// <param name="wordsOf">A point in words, from its id and side.</param>
    /// <param name="timeOf">An instant on the practice's clock.</param>
    public static byte[] Zip(ExportedClient client, Func<string, string> wordsOf, Func<DateTime, string> timeOf)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "client.json", JsonSerializer.SerializeToUtf8Bytes(client, Json.ExportedClient));
            Add(zip, "client.html", System.Text.Encoding.UTF8.GetBytes(new ExportPage(wordsOf, timeOf).Write(client)));
        }

        return file.ToArray();
    }

    /// <summary>Every instant that the page tells, so that a caller can put them into words beforehand.</summary>
    public static IEnumerable<DateTime> InstantsOf(ExportedClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Visits.SelectMany(visit => visit.Events.Select(each => each.AtUtc)
                .Concat(visit.Notes.SelectMany(note => (DateTime[])[note.SavedAtUtc, note.SignedAtUtc ?? note.SavedAtUtc])).Append(visit.StartsAtUtc))
            .Concat(client.WaitingList.Select(entry => entry.CreatedAtUtc))
            .Concat(client.Messages.Select(message => message.CreatedAtUtc))
            .Append(client.KnownSinceUtc)
            .Distinct();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static ExportedVisit VisitFrom(
        Appointment visit,
        IEnumerable<AppointmentEvent> events,
        IEnumerable<VisitNote> notes,
        IEnumerable<Payment> payments,
        IEnumerable<Receipt> receipts,
        Dictionary<Guid, string> names) => new()
        {
            Id = visit.Id.Value,
            StartsAtUtc = visit.StartsAtUtc,
            EndsAtUtc = visit.EndsAtUtc,
            State = visit.State.ToString(),
            Service = visit.Service?.Name ?? "",
            AddOns = visit.AddOns,
            Therapist = visit.Therapist?.Name ?? "",
            PriceCents = visit.PriceCents,
            ClientNote = visit.ClientNote,
            BodyMap = visit.BodyMap is { } map ? Element(map) : null,
            ConsentVersion = visit.ConsentVersion,
            ConsentAtUtc = visit.ConsentAtUtc,
            Events = [.. events.Select(each => new ExportedEvent(each.AtUtc, each.What, each.Note))],
            Notes = [.. notes.Select(note => new ExportedNote(
            note.Id.Value, note.AmendsId?.Value, names.GetValueOrDefault(note.AuthorId, ""), note.SavedAtUtc, note.SignedAtUtc,
            note.Subjective, note.Objective, note.Assessment, note.Plan, VisitFindings.Read(note.Findings) ?? []))],
            Payments = [.. payments.Select(each => new ExportedPayment(each.ReceivedOn, each.Method.ToString(), each.Purpose.ToString(), each.AmountCents, each.Reference, each.WithdrawnAtUtc))],
            Receipts = [.. receipts.Select(each => new ExportedReceipt(each.Year, each.Number, each.ServiceDate, each.IssuedAtUtc, Element(each.Document)))],
        };

    /// <summary>JSON as it is; what is none, as a text.</summary>
    private static JsonElement Element(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text, ExportJson.Default.String);
        }
    }
}

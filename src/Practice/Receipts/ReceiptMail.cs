using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>
/// Sends the client the way to a receipt. The message carries a link and nothing of what the receipt says: mail is read on its way, and by whoever shares a screen.
/// </summary>
public sealed class ReceiptMail(PracticeDb db, TimeProvider time)
{
    public const string Kind = "receipt";

    /// <param name="link">Address of the receipt for its client. The second argument says that it was sent before, so that this one is a copy.</param>
    public async Task<ReceiptSending> SendAsync(Viewer viewer, ReceiptId id, Func<ReceiptId, bool, string> link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(link);
        if (await viewer.Receipts(db).AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } receipt)
        {
            return ReceiptSending.NotThere;
        }

        if (await db.Receipts.AnyAsync(each => each.CorrectsId == id, cancellation))
        {
            return ReceiptSending.Replaced;
        }

        var client = await db.Clients.AsNoTracking().SingleAsync(each => each.Id == receipt.ClientId, cancellation);
        if (client.ErasedAtUtc is not null || !MailAddresses.IsPlausible(client.Email))
        {
            return ReceiptSending.NoAddress;
        }

        // Pressed twice, it goes once.
        var once = string.Create(CultureInfo.InvariantCulture, $"receipt:{id}:{time.GetUtcNow().UtcDateTime:yyyyMMddHHmm}");
        if (await db.Outbox.AnyAsync(message => message.OnceKey == once, cancellation))
        {
            return ReceiptSending.Sent;
        }

        var subject = id.ToString();
        var isCopy = await db.Audit.AnyAsync(entry => entry.Action == "receipt.sent" && entry.SubjectId == subject, cancellation);
        var (practice, address) = ((await new SettingsDesk(db, time).LoadAsync(cancellation)).Name, link(id, isCopy));
        var (title, text) = client.Language == "es" ? Spanish(practice, address) : English(practice, address);
        Outbox.Add(db, time, Kind, client.Email, title, text, onceKey: once);
        AuditTrail.Note(db, time, viewer.PersonId, "receipt.sent", "receipt", subject, isCopy ? "copy" : "");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
        }

        return ReceiptSending.Sent;
    }

    private static (string Title, string Text) English(string practice, string address) => ($"A document from {practice}", $"""
        Hello,

        {practice} has made a document ready for you. You can read, print and save it here for 90 days:
        {address}

        Whoever has this link can open the document, so please do not pass it on unless you mean to.

        {practice}

        """);

    private static (string Title, string Text) Spanish(string practice, string address) => ($"Un documento de {practice}", $"""
        Hola:

        {practice} ha preparado un documento para usted. Durante 90 días puede leerlo, imprimirlo y guardarlo aquí (está en inglés):
        {address}

        Quien tenga este enlace puede abrir el documento; por favor, no lo comparta sin querer.

        {practice}

        """);
}

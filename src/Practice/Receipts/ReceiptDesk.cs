using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Issues receipts and corrects them. What was issued is never changed: a correction is a further receipt that refers to the old one, and each is corrected once.</summary>
public sealed class ReceiptDesk(PracticeDb db, TimeProvider time)
{
    /// <summary>A visit with all that its receipt is made from. A hold, blocked time or somebody else's visit is none.</summary>
    public Task<Visit?> VisitAsync(Viewer viewer, AppointmentId id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return ReadAsync(viewer.Visits(db).Where(each => each.Id == id), cancellation);
    }

    /// <summary>As <see cref="VisitAsync"/>, and noted as seen.</summary>
    public async Task<Visit?> SeeVisitAsync(Viewer viewer, AppointmentId id, CancellationToken cancellation)
    {
        if (await VisitAsync(viewer, id, cancellation) is not { } visit)
        {
            return null;
        }

        AuditTrail.Note(db, time, viewer.PersonId, "visit-money.seen", "appointment", id.ToString());
        await db.SaveChangesAsync(cancellation);
        return visit;
    }

    /// <summary>A receipt, noted as seen.</summary>
    /// <param name="how">In a word: <c>page</c>, <c>pdf</c>.</param>
    /// <returns>Null when there is none for this person.</returns>
    public async Task<SeenReceipt?> SeeAsync(Viewer viewer, ReceiptId id, string how, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (await FindAsync(viewer.Receipts(db), id, cancellation) is not { } seen)
        {
            return null;
        }

        AuditTrail.Note(db, time, viewer.PersonId, "receipt.seen", "receipt", id.ToString(), how);
        await db.SaveChangesAsync(cancellation);
        return seen;
    }

    /// <summary>For whoever holds the link that was sent for it. Changes nothing.</summary>
    public Task<SeenReceipt?> FindAsync(ReceiptId id, CancellationToken cancellation) => FindAsync(db.Receipts, id, cancellation);

    public async Task<ReceiptOutcome> IssueAsync(Viewer viewer, AppointmentId visitId, ReceiptWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(wish);
        return await ReceiptGate.AloneAsync<ReceiptOutcome>(db, async () => await VisitAsync(viewer, visitId, cancellation) switch
        {
            null => new ReceiptOutcome.NotThere(),
            { Newest: { } there } => new ReceiptOutcome.AlreadyThere(there.Id),
            var visit => await WriteAsync(viewer, visit, wish, null, cancellation),
        }, cancellation);
    }

    /// <summary>Issues a further receipt from what is recorded now, in place of one that was wrong.</summary>
    /// <param name="reason">Stands on the new receipt.</param>
    public async Task<ReceiptOutcome> CorrectAsync(Viewer viewer, ReceiptId id, ReceiptWish wish, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(wish);
        return await ReceiptGate.AloneAsync<ReceiptOutcome>(db, async () =>
        {
            if (await viewer.Receipts(db).AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } old
                || await VisitAsync(viewer, old.AppointmentId, cancellation) is not { } visit)
            {
                return new ReceiptOutcome.NotThere();
            }

            return visit.Receipts.FirstOrDefault(each => each.CorrectsId == id) is { } after
                ? new ReceiptOutcome.AlreadyThere(after.Id)
                : await WriteAsync(viewer, visit, wish, (old, OneLine.Of(reason)), cancellation);
        }, cancellation);
    }

    private async Task<ReceiptOutcome> WriteAsync(Viewer viewer, Visit visit, ReceiptWish wish, (Receipt Receipt, string Reason)? old, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = PracticeDay.DayOf(now, visit.Zone);
        var number = new ReceiptNumber(today.Year, 1 + (await db.Receipts.Where(each => each.Year == today.Year).MaxAsync(each => (int?)each.Number, cancellation) ?? 0));
        var corrects = old is { } before ? new ReceiptDocument.Correction(NumberOf(before.Receipt).ToString(), before.Reason) : null;
        if (ReceiptWriter.Write(visit, wish, number.ToString(), today, now, corrects, out var problems) is not { } document)
        {
            return new ReceiptOutcome.Refused(problems);
        }

        var receipt = new Receipt
        {
            Id = ReceiptId.New(time),
            Year = number.Year,
            Number = number.Number,
            AppointmentId = visit.Appointment.Id,
            ClientId = visit.Appointment.ClientId!.Value,
            ServiceDate = visit.Day,
            Document = document.ToJson(),
            IssuedAtUtc = now,
            IssuedById = viewer.PersonId,
            CorrectsId = old?.Receipt.Id,
        };
        db.Receipts.Add(receipt);
        AuditTrail.Note(db, time, viewer.PersonId, old is null ? "receipt.issued" : "receipt.corrected", "receipt", receipt.Id.ToString(), old is null ? number.ToString() : $"{number} for {NumberOf(old.Value.Receipt)}");
        await db.SaveChangesAsync(cancellation);
        return new ReceiptOutcome.Issued(receipt);
    }

    private async Task<Visit?> ReadAsync(IQueryable<Appointment> visits, CancellationToken cancellation)
    {
        var visit = await visits.AsNoTracking().Include(each => each.Client).Include(each => each.Service).Include(each => each.Therapist)
            .FirstOrDefaultAsync(each => each.ClientId != null && each.ServiceId != null, cancellation);
        if (visit is null)
        {
            return null;
        }

        var payments = await db.Payments.AsNoTracking().Where(each => each.AppointmentId == visit.Id).OrderBy(each => each.ReceivedOn).ThenBy(each => each.RecordedAtUtc).ThenBy(each => each.Id).ToListAsync(cancellation);
        var receipts = await db.Receipts.AsNoTracking().Where(each => each.AppointmentId == visit.Id).OrderBy(each => each.Year).ThenBy(each => each.Number).ToListAsync(cancellation);
        var settings = await new SettingsDesk(db, time).LoadAsync(cancellation);
        var booking = await db.BookingSettings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault();
        return new Visit(visit, [.. payments], [.. receipts], settings, booking, PracticeDay.ZoneOf(settings.TimeZone));
    }

    private async Task<SeenReceipt?> FindAsync(IQueryable<Receipt> receipts, ReceiptId id, CancellationToken cancellation)
    {
        if (await receipts.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } receipt)
        {
            return null;
        }

        var after = await db.Receipts.AsNoTracking().FirstOrDefaultAsync(each => each.CorrectsId == id, cancellation);
        return new SeenReceipt(receipt, ReceiptDocument.Parse(receipt.Document), after is null ? null : NumberOf(after), after?.Id);
    }

    internal static ReceiptNumber NumberOf(Receipt receipt) => new(receipt.Year, receipt.Number);
}

using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Receipts and payments as the practice looks through them: by month, by number, by day.</summary>
public sealed class ReceiptBook(PracticeDb db, TimeProvider time)
{
    /// <summary>Receipts issued on the days from the first to the last, by number.</summary>
    public async Task<ImmutableArray<BookLine>> IssuedAsync(Viewer viewer, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var zone = await PracticeDay.ZoneAsync(db, cancellation);
        var (from, to) = (PracticeDay.StartOf(first, zone), PracticeDay.StartOf(last.AddDays(1), zone));
        return await LinesAsync(viewer.Receipts(db).Where(each => each.IssuedAtUtc >= from && each.IssuedAtUtc < to), cancellation);
    }

    /// <returns>Null when there is none with this number for this person.</returns>
    public async Task<ReceiptId?> FindAsync(Viewer viewer, ReceiptNumber number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var found = await viewer.Receipts(db).AsNoTracking().FirstOrDefaultAsync(each => each.Year == number.Year && each.Number == number.Number, cancellation);
        return found?.Id;
    }

    /// <summary>Payments received on the days from the first to the last, withdrawn ones too.</summary>
    public async Task<ImmutableArray<Payment>> PaymentsAsync(Viewer viewer, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return [.. await viewer.Payments(db).AsNoTracking().Where(each => each.ReceivedOn >= first && each.ReceivedOn <= last)
            .OrderBy(each => each.ReceivedOn).ThenBy(each => each.RecordedAtUtc).ThenBy(each => each.Id).ToListAsync(cancellation)];
    }

    /// <summary>Writes down that somebody looked at a list, or took it away as a file.</summary>
    /// <param name="what">Which, in a few words without personal data.</param>
    public async Task NoteAsync(Viewer viewer, string action, string what, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        AuditTrail.Note(db, time, viewer.PersonId, action, "receipts", "", what);
        await db.SaveChangesAsync(cancellation);
    }

    /// <exception cref="JsonException">A stored document is broken.</exception>
    private async Task<ImmutableArray<BookLine>> LinesAsync(IQueryable<Receipt> receipts, CancellationToken cancellation)
    {
        var found = await receipts.AsNoTracking().OrderBy(each => each.Year).ThenBy(each => each.Number).ToListAsync(cancellation);
        var ids = found.ConvertAll(each => (ReceiptId?)each.Id);
        var after = (await db.Receipts.AsNoTracking().Where(each => ids.Contains(each.CorrectsId)).ToListAsync(cancellation)).ToDictionary(each => each.CorrectsId!.Value, ReceiptDesk.NumberOf);
        return [.. found.Select(each => new BookLine(each, ReceiptDocument.Parse(each.Document), after.TryGetValue(each.Id, out var number) ? number : null))];
    }
}

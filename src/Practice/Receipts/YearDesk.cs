using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Puts the receipts of a plan year together.</summary>
public sealed class YearDesk(PracticeDb db, TimeProvider time)
{
    public const int FirstYear = 2000;

    public const int LastYear = 2199;

    /// <summary>The summary, noted as seen.</summary>
    /// <returns>Null when there is no such client, none of whose visits is for this person, or no such year.</returns>
    public async Task<YearSummary?> SeeAsync(Viewer viewer, ClientId clientId, int year, string how, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var visits = viewer.Visits(db).AsNoTracking().Where(each => each.ClientId == clientId);
        if (year is < FirstYear or > LastYear
            || await db.Clients.AsNoTracking().FirstOrDefaultAsync(each => each.Id == clientId, cancellation) is not { } client
            || (!viewer.IsOwner && !await visits.AnyAsync(cancellation)))
        {
            return null;
        }

        var zone = await PracticeDay.ZoneAsync(db, cancellation);
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (from, to, now) = (PracticeDay.StartOf(first, zone), PracticeDay.StartOf(last.AddDays(1), zone), time.GetUtcNow().UtcDateTime);
        var receipts = await viewer.Receipts(db).AsNoTracking()
            .Where(each => db.Appointments.Any(visit => visit.Id == each.AppointmentId && visit.ClientId == clientId) && each.ServiceDate >= first && each.ServiceDate <= last && !db.Receipts.Any(after => after.CorrectsId == each.Id))
            .OrderBy(each => each.ServiceDate).ThenBy(each => each.Year).ThenBy(each => each.Number).ToListAsync(cancellation);
        var open = await visits
            .Where(each => each.StartsAtUtc >= from && each.StartsAtUtc < to
                && (each.State == AppointmentState.Done || (each.State == AppointmentState.Confirmed && each.EndsAtUtc <= now))
                && !db.Receipts.Any(receipt => receipt.AppointmentId == each.Id))
            .OrderBy(each => each.StartsAtUtc).Select(each => new { each.Id, each.StartsAtUtc }).ToListAsync(cancellation);
        var only = viewer.IsOwner ? null : await db.Therapists.Where(each => each.PersonId == viewer.PersonId).Select(each => each.Name).FirstAsync(cancellation);
        AuditTrail.Note(db, time, viewer.PersonId, "receipts.year-seen", "client", clientId.ToString(), $"{year}, {how}");
        await db.SaveChangesAsync(cancellation);
        return new YearSummary(
            clientId,
            client.Name,
            year,
            only,
            [.. receipts.Select(each => new YearSummary.Entry(each.Id, ReceiptDocument.Parse(each.Document)))],
            [.. open.Select(each => new YearSummary.Open(each.Id, PracticeDay.DayOf(each.StartsAtUtc, zone)))]);
    }
}

using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// Lets one writer at a time change what occupies time. The constraints keep overlaps out without it; but two writers that meet in an exclusion
/// constraint of PostgreSQL each wait for the other, until it calls that a deadlock after a second. SQLite has one writer anyway.
/// </summary>
internal static class BookingGate
{
    /// <summary>Any number, as long as nothing else in the database locks by it.</summary>
    private const long Lock = 0x426f_6f6b;

    internal static async Task SaveAsync(PracticeDb db, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>
/// Lets one issuer at a time take the next number, on any number of nodes: a number is taken and used in one transaction, so none is left out. On PostgreSQL by a
/// lock until its end; SQLite begins it as its one writer. Should two ever meet, the unique index on year and number refuses the second.
/// </summary>
internal static class ReceiptGate
{
    /// <summary>Any number, as long as nothing else in the database locks by it.</summary>
    private const long Lock = 0x5265_6369;

    internal static async Task<T> AloneAsync<T>(PracticeDb db, Func<Task<T>> work, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
            }

            var result = await work();
            await transaction.CommitAsync(cancellation);
            return result;
        }
    }
}

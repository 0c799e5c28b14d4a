using Microsoft.EntityFrameworkCore;

namespace Unknot.Practice.Storage;

/// <summary>Lets one at a time do something, on any number of nodes, from its first read to its commit. On PostgreSQL by an advisory lock until the end of the transaction; SQLite begins each as its one writer.</summary>
internal static class OneWriter
{
    /// <param name="key">What the lock is for: any number, as long as nothing else in the database locks by it.</param>
    /// <param name="work">Saves by itself; what it throws takes everything back.</param>
    internal static async Task<T> AloneAsync<T>(PracticeDb db, long key, Func<Task<T>> work, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellation);
            }

            var result = await work();
            await transaction.CommitAsync(cancellation);
            return result;
        }
    }
}

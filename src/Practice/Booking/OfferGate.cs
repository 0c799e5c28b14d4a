using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>One writer of the offer at a time, from reading what is there to saving what comes: so that a comparison with what was read before still holds when it is saved.</summary>
internal static class OfferGate
{
    /// <summary>Any number, as long as nothing else in the database locks by it.</summary>
    private const long Lock = 0x4f66_6672;

    internal static async Task<T> InAsync<T>(PracticeDb db, Func<Task<T>> work, CancellationToken cancellation)
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

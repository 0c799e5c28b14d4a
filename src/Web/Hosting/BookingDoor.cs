using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary>
/// Whether anything can be booked, at hand for every page that leads there: without an offer they lead to the contact page. What changed is seen after
/// at most <see cref="Freshness"/>; the booking pages themselves ask the database.
/// </summary>
public sealed class BookingDoor(IDbContextFactory<PracticeDb> store, TimeProvider time)
{
    internal const string Path = "/book";

    internal static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private Seen? _seen;

    public async ValueTask<bool> IsOpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _seen) is { } seen && time.GetUtcNow() - seen.At is var age && age >= TimeSpan.Zero && age < Freshness)
        {
            return seen.IsOpen;
        }

        var at = time.GetUtcNow();
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            var isOpen = (await db.BookingRulesAsync(cancellation)).IsOpen && await db.OnOffer().AnyAsync(cancellation);
            Volatile.Write(ref _seen, new Seen(isOpen, at));
            return isOpen;
        }
        catch (DbException)
        {
            // While the database is away nothing can be booked, and the other pages go on.
            return false;
        }
    }

    /// <summary>Where "book a session" leads.</summary>
    public async ValueTask<string> PathAsync(CancellationToken cancellation) => await IsOpenAsync(cancellation) ? Path : "/contact";

    private sealed record Seen(bool IsOpen, DateTimeOffset At);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Upkeep;

/// <summary>Removes what must not or need not be kept. It may run on several nodes at once and as often as it likes.</summary>
public sealed partial class CleanUp(IDbContextFactory<PracticeDb> store, TimeProvider time, ILogger<CleanUp> log)
{
    /// <summary>How long a message is kept after it was sent or given up, and a session after it ended.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>How long a link is kept after it was used or ran out, so that it can still say which of the two.</summary>
    private static readonly TimeSpan KeptLink = TimeSpan.FromDays(1);

    /// <returns>How many rows went.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var (old, oldLink) = (now - Kept, now - KeptLink);
        await using var db = await store.CreateDbContextAsync(cancellation);

        // The keys first: without its key a mark tells nothing.
        var keys = await db.ViewKeys.Where(key => key.Day < today).ExecuteDeleteAsync(cancellation);
        var marks = await db.ViewMarks.Where(mark => mark.Day < today).ExecuteDeleteAsync(cancellation);
        var links = await db.OneTimeLinks.Where(link => link.ExpiresAtUtc < oldLink || link.UsedAtUtc < oldLink).ExecuteDeleteAsync(cancellation);
        var messages = await db.Outbox.Where(message => message.SentAtUtc < old || message.GivenUpAtUtc < old).ExecuteDeleteAsync(cancellation);
        var sessions = await db.Sessions.Where(session => session.EndedAtUtc < old).ExecuteDeleteAsync(cancellation);

        // Names went when the place ended; what is left says no more than that somebody waited.
        var lastDay = DateOnly.FromDateTime(old);
        var places = await db.WaitingList.Where(place => place.LastDay < lastDay && place.State != WaitingState.Waiting && place.State != WaitingState.Offered).ExecuteDeleteAsync(cancellation);
        LogRemoved(keys, marks, links, messages, sessions, places);
        return keys + marks + links + messages + sessions + places;
    }

    [LoggerMessage(LogLevel.Debug, "Removed {Keys} keys of a day, {Marks} marks of readers, {Links} links, {Messages} messages, {Sessions} sessions and {Places} places of the waiting list.")]
    private partial void LogRemoved(int keys, int marks, int links, int messages, int sessions, int places);
}

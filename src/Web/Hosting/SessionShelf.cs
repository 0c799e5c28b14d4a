using System.Collections.Concurrent;
using Unknot.Practice.People;

namespace Unknot.Web.Hosting;

/// <summary>
/// Living sessions, remembered for half a minute so that not every request asks the database. What is ended on this node is forgotten at
/// once; another node learns of it when its half minute is over.
/// </summary>
public sealed class SessionShelf(TimeProvider time)
{
    internal static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    /// <summary>More than any practice has at once; above it, what is stale is thrown away.</summary>
    private const int Crowded = 500;

    private readonly ConcurrentDictionary<Guid, (SessionState State, DateTimeOffset At)> known = new();

    internal async Task<SessionState?> FindAsync(Guid sessionId, Sessions sessions, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(sessionId, out var kept) && now - kept.At < Lasts)
        {
            return kept.State;
        }

        var found = await sessions.SeeAsync(sessionId, cancellation);
        if (found is null)
        {
            known.TryRemove(sessionId, out _);
            return null;
        }

        if (known.Count > Crowded)
        {
            foreach (var stale in known.Where(each => now - each.Value.At >= Lasts))
            {
                known.TryRemove(stale.Key, out _);
            }
        }

        known[sessionId] = (found, now);
        return found;
    }

    /// <summary>To be called after any change of a person, their role or their sessions has been saved.</summary>
    internal void Forget(Guid personId)
    {
        foreach (var each in known.Where(each => each.Value.State.PersonId == personId))
        {
            known.TryRemove(each.Key, out _);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Site;

/// <summary>
/// The settings, at hand for every page. What this node saves is seen at once, what another node saves after at most <see cref="Freshness"/>.
/// </summary>
public sealed class SettingsShelf(IDbContextFactory<PracticeDb> store, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private Shelved? _shelved;
    private int _forgotten;

    public ValueTask<PracticeSettings> CurrentAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _shelved) is { } shelved && time.GetElapsedTime(shelved.Since) < Freshness ? new(shelved.Settings) : new(ReadAsync(cancellation));

    /// <summary>After a save.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _forgotten);
        Volatile.Write(ref _shelved, null);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<PracticeSettings> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_shelved is { } shelved && time.GetElapsedTime(shelved.Since) < Freshness)
            {
                return shelved.Settings;
            }

            var (before, forgotten) = (time.GetTimestamp(), Volatile.Read(ref _forgotten));
            await using var db = await store.CreateDbContextAsync(cancellation);
            var settings = await new SettingsDesk(db, time).LoadAsync(cancellation);

            // What was read while somebody saved may be the older; it is not kept.
            if (forgotten == Volatile.Read(ref _forgotten))
            {
                Volatile.Write(ref _shelved, new Shelved(settings, before));
            }

            return settings;
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Shelved(PracticeSettings Settings, long Since);
}

using System.Data.Common;
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
    private int _saves;

    public ValueTask<PracticeSettings> CurrentAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _shelved) is { } shelved && IsFresh(shelved) ? new(shelved.Settings) : new(ReadAsync(cancellation));

    /// <summary>After a save.</summary>
    public void Forget() => Interlocked.Increment(ref _saves);

    public void Dispose() => _reading.Dispose();

    private async Task<PracticeSettings> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_shelved is { } shelved && IsFresh(shelved))
            {
                return shelved.Settings;
            }

            // Noted before reading: what was saved meanwhile makes it old at once.
            var (since, saves) = (time.GetTimestamp(), Volatile.Read(ref _saves));
            var settings = await LoadAsync(cancellation);
            Volatile.Write(ref _shelved, new Shelved(settings, since, saves));
            return settings;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>While the database is away the pages that need nothing else of it go on with what was known.</summary>
    private async Task<PracticeSettings> LoadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            return await new SettingsDesk(db, time).LoadAsync(cancellation);
        }
        catch (DbException) when (_shelved is not null)
        {
            return _shelved.Settings;
        }
    }

    private bool IsFresh(Shelved shelved) => shelved.Saves == Volatile.Read(ref _saves) && time.GetElapsedTime(shelved.Since) < Freshness;

    private sealed record Shelved(PracticeSettings Settings, long Since, int Saves);
}

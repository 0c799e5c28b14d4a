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

    public async ValueTask<PracticeSettings> CurrentAsync(CancellationToken cancellation) => (await ShelvedAsync(cancellation)).Settings;

    /// <returns>Address of the logo in its smallest size; null for none.</returns>
    public async ValueTask<string?> LogoAsync(CancellationToken cancellation) => (await ShelvedAsync(cancellation)).Logo;

    /// <summary>After a save.</summary>
    public void Forget() => Interlocked.Increment(ref _saves);

    public void Dispose() => _reading.Dispose();

    private ValueTask<Shelved> ShelvedAsync(CancellationToken cancellation) =>
        Volatile.Read(ref _shelved) is { } shelved && IsFresh(shelved) ? new(shelved) : new(ReadAsync(cancellation));

    private async Task<Shelved> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_shelved is { } shelved && IsFresh(shelved))
            {
                return shelved;
            }

            // Noted before reading: what was saved meanwhile makes it old at once.
            var (since, saves) = (time.GetTimestamp(), Volatile.Read(ref _saves));
            var (settings, logo) = await LoadAsync(cancellation);
            var fresh = new Shelved(settings, logo, since, saves);
            Volatile.Write(ref _shelved, fresh);
            return fresh;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>While the database is away the pages that need nothing else of it go on with what was known.</summary>
    private async Task<(PracticeSettings Settings, string? Logo)> LoadAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await store.CreateDbContextAsync(cancellation);
            var settings = await new SettingsDesk(db, time).LoadAsync(cancellation);
            var logo = settings.LogoId is { } id ? await db.Pictures.AsNoTracking().SingleOrDefaultAsync(picture => picture.Id == id, cancellation) : null;
            return (settings, logo?.AddressAt(logo.Widths[0]));
        }
        catch (DbException) when (_shelved is not null)
        {
            return (_shelved.Settings, _shelved.Logo);
        }
    }

    private bool IsFresh(Shelved shelved) => shelved.Saves == Volatile.Read(ref _saves) && time.GetElapsedTime(shelved.Since) < Freshness;

    private sealed record Shelved(PracticeSettings Settings, string? Logo, long Since, int Saves);
}

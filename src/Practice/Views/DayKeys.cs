using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Views;

/// <summary>The key of today, the same on all nodes. With its day it is destroyed, and with it the power to tell who had seen or reported what.</summary>
public sealed class DayKeys(IDbContextFactory<PracticeDb> store, TimeProvider time)
{
    private ViewKey? _today;

    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Marks a reader of an article for today.</summary>
    /// <returns>44 characters of Base64.</returns>
    public async Task<(DateOnly Day, string Mark)> MarkAsync(ArticleId article, ReaderTrace reader, CancellationToken cancellation)
    {
        var key = await KeyAsync(cancellation);
        return (key.Day, Hash(key, $"view\n{article}\n{reader.Network}\n{reader.Browser}"));
    }

    /// <summary>Marks a reader for today, whatever is read.</summary>
    /// <returns>44 characters of Base64.</returns>
    public async Task<string> MarkAsync(ReaderTrace reader, CancellationToken cancellation) =>
        Hash(await KeyAsync(cancellation), $"reader\n{reader.Network}\n{reader.Browser}");

    /// <summary>Destroys the keys and marks of all days before today.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var today = Today;
        var db = await store.CreateDbContextAsync(cancellation);
        await using (db)
        {
            await db.ViewKeys.Where(key => key.Day < today).ExecuteDeleteAsync(cancellation);
            await db.ViewMarks.Where(mark => mark.Day < today).ExecuteDeleteAsync(cancellation);
        }
    }

    private static string Hash(ViewKey key, string text) => Convert.ToBase64String(HMACSHA256.HashData(key.Key, Encoding.UTF8.GetBytes(text)));

    private async Task<ViewKey> KeyAsync(CancellationToken cancellation)
    {
        var today = Today;
        if (_today is { } known && known.Day == today)
        {
            return known;
        }

        var db = await store.CreateDbContextAsync(cancellation);
        await using (db)
        {
            // Of several nodes that meet a new day together, the first to write decides.
            var made = RandomNumberGenerator.GetBytes(32);
            await db.Database.ExecuteSqlAsync($"INSERT INTO view_keys (day, key) VALUES ({today}, {made}) ON CONFLICT DO NOTHING", cancellation);
            _today = await db.ViewKeys.AsNoTracking().SingleAsync(key => key.Day == today, cancellation);
        }

        await ForgetAsync(cancellation);
        return _today;
    }
}

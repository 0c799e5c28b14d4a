using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Comments;

/// <summary>Recognises who has commented before by the e-mail address given, without an account or a cookie.</summary>
public sealed class WriterMarks(IDbContextFactory<PracticeDb> store)
{
    /// <summary>Keys of ours lie beside those of the framework and are told from them by this.</summary>
    public const string OwnKeys = "own:";

    private const string KeyName = $"{OwnKeys}comment-writers";

    private static readonly Guid KeyId = new("6f5a7f0e-0f3d-4c57-9f43-3f1d6f2a9a01");

    private byte[]? _key;

    /// <returns>44 characters of Base64; never the same twice without an address, as then nobody is recognised.</returns>
    public async Task<string> OfAsync(string? email, CancellationToken cancellation)
    {
        _key ??= await KeyAsync(cancellation);
        var who = email is null ? Guid.NewGuid().ToString() : email.Trim().ToLowerInvariant();
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(who)));
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellation)
    {
        var db = await store.CreateDbContextAsync(cancellation);
        await using (db)
        {
            var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            await db.Database.ExecuteSqlAsync($"INSERT INTO stored_keys (id, name, xml) VALUES ({KeyId}, {KeyName}, {made}) ON CONFLICT DO NOTHING", cancellation);
            return Convert.FromBase64String((await db.Keys.AsNoTracking().SingleAsync(key => key.Id == KeyId, cancellation)).Xml);
        }
    }
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>Makes keys of the API, knows them again, and revokes them.</summary>
public sealed class ApiKeys(PracticeDb db, TimeProvider time)
{
    /// <summary>Begins every secret, so that a scanner of leaked secrets knows whose it is.</summary>
    public const string Prefix = "unk_";

    private const int SecretBytes = 32;
    private const int LongestSecret = 100;
    private const int MostKeys = 50;

    /// <returns>The secret, which is shown once and not kept.</returns>
    public async Task<(string? Secret, ImmutableArray<OfferProblem> Problems)> MakeAsync(string name, bool mayWrite, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        var reader = new DraftReader();
        var read = reader.Line("Name", name, "What the key is for", 60, isNeeded: true);
        if (await db.ApiKeys.CountAsync(key => key.RevokedAtUtc == null, cancellation) >= MostKeys)
        {
            reader.Add("Name", $"There are {MostKeys} keys already. Revoke one that is not used.");
        }

        if (!reader.IsRight)
        {
            return (null, reader.Refusal.Problems);
        }

        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new ApiKey
        {
            Id = ApiKeyId.New(time),
            Name = read,
            SecretHash = OneTimeSecrets.HashOf(secret),
            MayWrite = mayWrite,
            CreatedById = personId,
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        db.ApiKeys.Add(key);
        AuditTrail.Note(db, time, personId, "api-key.made", "api-key", key.Id.ToString(), mayWrite ? "may write" : "may read");
        await db.SaveChangesAsync(cancellation);
        return (secret, []);
    }

    /// <returns>False when it was revoked before, or is not there.</returns>
    public async Task<bool> RevokeAsync(ApiKeyId id, Guid personId, CancellationToken cancellation)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(each => each.Id == id && each.RevokedAtUtc == null, cancellation) is not { } key)
        {
            return false;
        }

        key.RevokedAtUtc = time.GetUtcNow().UtcDateTime;
        AuditTrail.Note(db, time, personId, "api-key.revoked", "api-key", id.ToString());
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Knows a key by its secret, and notes to the hour that it was used. What is compared is the hash: how long that takes says nothing about the secret.</summary>
    /// <returns>Not tracked; null for one that is unknown or revoked.</returns>
    public async Task<ApiKey?> FindAsync(string? secret, CancellationToken cancellation)
    {
        if (secret is null || secret.Length > LongestSecret || !secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = OneTimeSecrets.HashOf(secret);
        if (await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.SecretHash == hash && key.RevokedAtUtc == null, cancellation) is not { } found)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var hour = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);
        if (found.LastUsedAtUtc is null || found.LastUsedAtUtc < hour)
        {
            await db.ApiKeys.Where(key => key.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(key => key.LastUsedAtUtc, hour), cancellation);
            found.LastUsedAtUtc = hour;
        }

        return found;
    }
}

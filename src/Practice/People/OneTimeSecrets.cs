using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>Makes one-time links, finds them again and uses them up. The secret is only ever in the link.</summary>
public static class OneTimeSecrets
{
    /// <summary>Makes the first owner.</summary>
    public const string SetUp = "set-up";

    /// <summary>Makes a person with a role.</summary>
    public const string Invitation = "invitation";

    /// <summary>Gives a person a new password.</summary>
    public const string Password = "password";

    private const int SecretBytes = 32;

    /// <summary>Adds a link to what the next save writes.</summary>
    /// <returns>Its secret: 43 characters that may stand in an address.</returns>
    internal static string Make(PracticeDb db, TimeProvider time, string purpose, TimeSpan lifetime, string role = "", Guid? personId = null)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.OneTimeLinks.Add(new OneTimeLink
        {
            SecretHash = HashOf(secret),
            Purpose = purpose,
            PersonId = personId,
            Role = role,
            ExpiresAtUtc = time.GetUtcNow().UtcDateTime + lifetime,
        });
        return secret;
    }

    /// <returns>The link if it can be used now; null for one that is unknown, used or too old.</returns>
    public static Task<OneTimeLink?> FindAsync(PracticeDb db, TimeProvider time, string? secret, string purpose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var (hash, now) = (HashOf(secret ?? ""), time.GetUtcNow().UtcDateTime);
        return db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(link => link.SecretHash == hash && link.Purpose == purpose && link.UsedAtUtc == null && link.ExpiresAtUtc > now, cancellation);
    }

    /// <summary>Uses a link up within the caller's transaction; of several callers at once one succeeds, when its transaction does.</summary>
    internal static async Task<bool> UseAsync(PracticeDb db, TimeProvider time, OneTimeLink link, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return await db.OneTimeLinks
            .Where(each => each.SecretHash == link.SecretHash && each.UsedAtUtc == null && each.ExpiresAtUtc > now)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.UsedAtUtc, now), cancellation) == 1;
    }

    internal static string HashOf(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>What a person of the practice does with webhooks.</summary>
public sealed class WebhookDesk(PracticeDb db, HookSecrets secrets, HookRules rules, TimeProvider time)
{
    /// <summary>Stopped by a person, and stopped because nothing was taken for days.</summary>
    public const string StoppedByPerson = "webhook.switched-off";

    public const string StoppedByFailures = "webhook.stopped";

    private const int MostHooks = 20;

    /// <returns>The secret of the signatures, which is shown once.</returns>
    public async Task<(string? Secret, ImmutableArray<OfferProblem> Problems)> MakeAsync(string address, IReadOnlyCollection<string> events, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var reader = new DraftReader();
        var read = reader.Line("Address", address, "The address", 500, isNeeded: true);
        if (reader.IsRight && TroubleWith(read, rules) is { } trouble)
        {
            reader.Add("Address", trouble);
        }

        var wanted = HookEvents.All.Where(events.Contains).ToList();
        if (wanted.Count == 0)
        {
            reader.Add("Events", "Tick at least one thing to be told of.");
        }

        if (await db.Webhooks.CountAsync(cancellation) >= MostHooks)
        {
            reader.Add("Address", $"There are {MostHooks} webhooks already. Switch one on that is off, or change its events.");
        }

        if (!reader.IsRight)
        {
            return (null, reader.Refusal.Problems);
        }

        var secret = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var hook = new Webhook
        {
            Id = WebhookId.New(time),
            Address = read,
            ProtectedSecret = secrets.Protect(secret),
            Events = string.Join(' ', wanted),
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        db.Webhooks.Add(hook);
        AuditTrail.Note(db, time, personId, "webhook.made", "webhook", hook.Id.ToString(), hook.Events);
        await db.SaveChangesAsync(cancellation);
        return (secret, []);
    }

    /// <summary>Tells it of these things from now on.</summary>
    /// <returns>False when it is not there, or nothing is ticked.</returns>
    public async Task<bool> ChangeEventsAsync(WebhookId id, IReadOnlyCollection<string> events, Guid personId, CancellationToken cancellation)
    {
        var wanted = string.Join(' ', HookEvents.All.Where(events.Contains));
        if (wanted.Length == 0 || await db.Webhooks.SingleOrDefaultAsync(each => each.Id == id, cancellation) is not { } hook)
        {
            return false;
        }

        if (hook.Events != wanted)
        {
            hook.Events = wanted;
            AuditTrail.Note(db, time, personId, "webhook.changed", "webhook", id.ToString(), wanted);
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    /// <summary>Switched off, it is told of nothing; what waits is kept.</summary>
    /// <returns>False when it is not there, or is so already.</returns>
    public async Task<bool> SwitchAsync(WebhookId id, bool on, Guid personId, CancellationToken cancellation)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(each => each.Id == id && (each.StoppedAtUtc == null) != on, cancellation) is not { } hook)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        hook.StoppedAtUtc = on ? null : now;
        AuditTrail.Note(db, time, personId, on ? "webhook.switched-on" : StoppedByPerson, "webhook", id.ToString());
        await db.SaveChangesAsync(cancellation);
        if (on)
        {
            // Failures of before count no more, so that the first new one does not stop it again; what waits is due.
            await db.WebhookDeliveries.Where(each => each.WebhookId == id && each.DeliveredAtUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Attempts, 0).SetProperty(each => each.DueAtUtc, now), cancellation);
        }

        return true;
    }

    /// <summary>Adds a call that says nothing, to see whether the address answers.</summary>
    /// <returns>Its id; null when the webhook is not there or is off.</returns>
    public async Task<Guid?> TestAsync(WebhookId id, Guid personId, CancellationToken cancellation)
    {
        if (!await db.Webhooks.AnyAsync(each => each.Id == id && each.StoppedAtUtc == null, cancellation))
        {
            return null;
        }

        var body = new HookBody(Guid.CreateVersion7(time.GetUtcNow()), HookEvents.Test, time.GetUtcNow().UtcDateTime, null).Json();
        var call = HookNews.NewDelivery(id, HookEvents.Test, body, time);
        db.WebhookDeliveries.Add(call);
        AuditTrail.Note(db, time, personId, "webhook.tested", "webhook", id.ToString());
        await db.SaveChangesAsync(cancellation);
        return call.Id;
    }

    /// <summary>Makes a call due now, from the first attempt on, also when it was given up.</summary>
    /// <returns>False when it was taken meanwhile, its webhook is off, or it is not there.</returns>
    public async Task<bool> TryAgainAsync(Guid call, Guid personId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(
            each => each.Id == call && each.DeliveredAtUtc == null && db.Webhooks.Any(hook => hook.Id == each.WebhookId && hook.StoppedAtUtc == null), cancellation);
        if (delivery is null)
        {
            return false;
        }

        (delivery.DueAtUtc, delivery.Attempts, delivery.GivenUpAtUtc) = (now, 0, null);
        AuditTrail.Note(db, time, personId, "webhook.tried-again", "webhook", delivery.WebhookId.ToString(), delivery.Event);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>What speaks against calling an address; null when nothing does.</summary>
    public static string? TroubleWith(string address, HookRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !(rules.AllowPrivate && uri.Scheme == Uri.UriSchemeHttp)))
        {
            return "An address begins with “https://”.";
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "An address has no name or password before its host, and no “#”.";
        }

        return !rules.AllowPrivate && PublicAddresses.IsPlainlyPrivate(uri.IdnHost) ? "This address is one of this machine or its network; a webhook is in the public network." : null;
    }
}

/// <summary>Keeps the secrets of webhooks as nobody can read them in the database alone.</summary>
public sealed class HookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Unknot.Webhooks");

    internal string Protect(string secret) => _protector.Protect(secret);

    /// <returns>Null when the site's keys do not open it: a database that was moved without them.</returns>
    internal string? Unprotect(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

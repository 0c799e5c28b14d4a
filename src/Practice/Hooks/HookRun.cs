using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>
/// Makes the calls that are due. Any number of nodes may run this at the same time: a call is claimed by a conditional update that only one of
/// them wins, for longer than a call may take. A node that dies with a claim leaves a call that is due again when the claim ends: each is made at least once.
/// </summary>
public sealed partial class HookRun(IDbContextFactory<PracticeDb> store, HookCaller caller, HookSecrets secrets, TimeProvider time, ILogger<HookRun> log)
{
    /// <summary>For how long a call belongs to the node that claimed it.</summary>
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>How long to wait after the first, second, … failure; after one more the call is given up.</summary>
    internal static readonly ImmutableArray<TimeSpan> Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>A webhook that took nothing for so long, while there was something to take, is stopped.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private const int AtOnce = 100;
    private const int HooksAtOnce = 4;

    /// <returns>How many calls were taken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var taken = 0;
        await Parallel.ForEachAsync(await DueAsync(cancellation), new ParallelOptions { MaxDegreeOfParallelism = HooksAtOnce, CancellationToken = cancellation }, async (calls, stop) =>
        {
            foreach (var call in calls)
            {
                // One that does not answer keeps nobody waiting twice in a run.
                if (await TryAsync(call, stop) is not true)
                {
                    break;
                }

                Interlocked.Increment(ref taken);
            }
        });
        return taken;
    }

    /// <summary>Makes one call now, for somebody who waits for it.</summary>
    /// <returns>True when it was taken, false when it was not, null when it is not there, or another node is at it.</returns>
    public async Task<bool?> CallNowAsync(Guid id, CancellationToken cancellation)
    {
        WebhookDelivery? call;
        await using (var db = await store.CreateDbContextAsync(cancellation))
        {
            call = await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellation);
        }

        return call is null ? null : await TryAsync(call, cancellation);
    }

    /// <summary>Forgets calls that were taken or given up long ago.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().UtcDateTime - KeptFor;
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.WebhookDeliveries.Where(each => each.DeliveredAtUtc < before || each.GivenUpAtUtc < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<List<List<WebhookDelivery>>> DueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var hooks = await db.Webhooks.Where(hook => hook.StoppedAtUtc == null).Select(hook => hook.Id).ToListAsync(cancellation);
        var due = new List<List<WebhookDelivery>>();
        foreach (var hook in hooks)
        {
            var calls = await db.WebhookDeliveries.AsNoTracking()
                .Where(each => each.WebhookId == hook && each.DeliveredAtUtc == null && each.GivenUpAtUtc == null && each.DueAtUtc <= now)
                .OrderBy(each => each.CreatedAtUtc).ThenBy(each => each.Id).Take(AtOnce).ToListAsync(cancellation);
            if (calls.Count > 0)
            {
                due.Add(calls);
            }
        }

        return due;
    }

    /// <returns>Null when another node was faster.</returns>
    private async Task<bool?> TryAsync(WebhookDelivery call, CancellationToken cancellation)
    {
        var hook = await ClaimAsync(call, cancellation);
        if (hook is null)
        {
            return null;
        }

        var attempt = call.Attempts + 1;
        var secret = secrets.Unprotect(hook.ProtectedSecret);
        var (isTaken, answer) = secret is null ? (false, "its secret cannot be read with this site's keys") : await caller.CallAsync(hook.Address, secret, call.Body, cancellation);
        if (isTaken)
        {
            // What was taken is noted even while the server stops; otherwise it would be sent again.
            await using var db = await store.CreateDbContextAsync(CancellationToken.None);
            var now = time.GetUtcNow().UtcDateTime;
            await db.WebhookDeliveries.Where(each => each.Id == call.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.DeliveredAtUtc, now).SetProperty(each => each.LastAnswer, answer), CancellationToken.None);
        }
        else
        {
            await NoteTroubleAsync(call, attempt, answer, cancellation);
            await StopIfHopelessAsync(call.WebhookId, cancellation);
        }

        LogCall(call.Id, call.WebhookId, attempt, answer);
        return isTaken;
    }

    /// <returns>Null when another node was faster, a person changed it meanwhile, or the webhook is off.</returns>
    private async Task<Webhook?> ClaimAsync(WebhookDelivery call, CancellationToken cancellation)
    {
        var until = time.GetUtcNow().UtcDateTime + Claim;
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(each => each.Id == call.WebhookId && each.StoppedAtUtc == null, cancellation) is not { } hook)
        {
            return null;
        }

        return await db.WebhookDeliveries
            .Where(each => each.Id == call.Id && each.DeliveredAtUtc == null && each.GivenUpAtUtc == null && each.Attempts == call.Attempts && each.DueAtUtc == call.DueAtUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.DueAtUtc, until).SetProperty(each => each.Attempts, each => each.Attempts + 1), cancellation) == 1 ? hook : null;
    }

    private async Task NoteTroubleAsync(WebhookDelivery call, int attempt, string answer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var isLast = attempt > Waits.Length;
        var due = isLast ? now : now + Waits[attempt - 1];
        DateTime? givenUp = isLast ? now : null;
        await using var db = await store.CreateDbContextAsync(cancellation);

        // Only while the claim is ours: a later one knows better.
        await db.WebhookDeliveries.Where(each => each.Id == call.Id && each.Attempts == attempt && each.DeliveredAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.DueAtUtc, due).SetProperty(each => each.GivenUpAtUtc, givenUp).SetProperty(each => each.LastAnswer, answer), cancellation);
    }

    private async Task StopIfHopelessAsync(WebhookId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(cancellation);
        var success = await db.WebhookDeliveries.Where(each => each.WebhookId == id).MaxAsync(each => each.DeliveredAtUtc, cancellation) ?? DateTime.UnixEpoch;
        var since = await db.WebhookDeliveries.Where(each => each.WebhookId == id && each.DeliveredAtUtc == null && each.Attempts > 0 && each.CreatedAtUtc > success)
            .MinAsync(each => (DateTime?)each.CreatedAtUtc, cancellation);
        if (since is null || now - since < Patience)
        {
            return;
        }

        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (await db.Webhooks.Where(each => each.Id == id && each.StoppedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(each => each.StoppedAtUtc, now), cancellation) == 1)
            {
                AuditTrail.Note(db, time, null, WebhookDesk.StoppedByFailures, "webhook", id.ToString(), "nothing was taken for three days");
                await db.SaveChangesAsync(cancellation);
                LogStopped(id);
            }

            await transaction.CommitAsync(cancellation);
        }
    }

    [LoggerMessage(LogLevel.Information, "Call {Call} of webhook {Hook} at attempt {Attempt}: {Answer}.")]
    private partial void LogCall(Guid call, WebhookId hook, int attempt, string answer);

    [LoggerMessage(LogLevel.Warning, "Webhook {Hook} took nothing for three days and is stopped.")]
    private partial void LogStopped(WebhookId hook);
}

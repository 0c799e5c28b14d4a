using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Mail;

/// <summary>
/// Sends what is due. Any number of nodes may run this at the same time: a message is claimed by a conditional update that only one of them
/// wins, for longer than sending may take. A node that dies with a claim leaves a message that is due again when the claim ends, so each is sent at least once.
/// </summary>
public sealed partial class OutboxRun(IDbContextFactory<PracticeDb> store, IMailSender sender, TimeProvider time, ILogger<OutboxRun> log)
{
    /// <summary>For how long a message belongs to the node that claimed it.</summary>
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait after the first, second, … failure; after one more the message is given up.</summary>
    internal static readonly ImmutableArray<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private const int AtOnce = 50;

    /// <returns>How many messages were sent.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!sender.CanSend)
        {
            return 0;
        }

        var sent = 0;
        var practice = await PracticeAddressAsync(cancellation);
        while (true)
        {
            var due = await DueAsync(practice, cancellation);
            foreach (var message in due)
            {
                sent += await TryAsync(message, practice, cancellation) ? 1 : 0;
            }

            if (due.Count < AtOnce)
            {
                return sent;
            }
        }
    }

    private async Task<string> PracticeAddressAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Settings.Select(settings => settings.Email).SingleOrDefaultAsync(cancellation) ?? "";
    }

    private async Task<List<OutboxMessage>> DueAsync(string practice, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Outbox.AsNoTracking()
            .Where(message => message.SentAtUtc == null && message.GivenUpAtUtc == null && message.DueAtUtc <= now)
            .Where(message => practice != "" || message.To != Outbox.ThePractice)
            .OrderBy(message => message.DueAtUtc).ThenBy(message => message.Id)
            .Take(AtOnce).ToListAsync(cancellation);
    }

    private async Task<bool> TryAsync(OutboxMessage message, string practice, CancellationToken cancellation)
    {
        if (!await ClaimAsync(message, cancellation))
        {
            return false;
        }

        var attempt = message.Attempts + 1;
        try
        {
            await sender.SendAsync(message, message.To == Outbox.ThePractice ? practice : message.To, cancellation);
        }
        catch (MailException trouble)
        {
            await NoteTroubleAsync(message.Id, attempt, trouble.Message, cancellation);
            LogTrouble(message.Id, attempt, trouble.Message);
            return false;
        }

        // What has gone out is noted even while the server stops; otherwise it would go out again.
        await using var db = await store.CreateDbContextAsync(CancellationToken.None);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Outbox.Where(each => each.Id == message.Id).ExecuteUpdateAsync(
            change => change.SetProperty(each => each.SentAtUtc, now).SetProperty(each => each.LastTrouble, (string?)null), CancellationToken.None);
        LogSent(message.Id, attempt);
        return true;
    }

    /// <returns>False when another node was faster, or a person changed it meanwhile.</returns>
    private async Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var until = time.GetUtcNow().UtcDateTime + Claim;
        await using var db = await store.CreateDbContextAsync(cancellation);
        return await db.Outbox
            .Where(each => each.Id == message.Id && each.SentAtUtc == null && each.GivenUpAtUtc == null)
            .Where(each => each.Attempts == message.Attempts && each.DueAtUtc == message.DueAtUtc)
            .ExecuteUpdateAsync(
                change => change.SetProperty(each => each.DueAtUtc, until).SetProperty(each => each.Attempts, each => each.Attempts + 1), cancellation) == 1;
    }

    private async Task NoteTroubleAsync(MessageId id, int attempt, string trouble, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var isLast = attempt > Waits.Length;
        var due = isLast ? now : now + Waits[attempt - 1];
        DateTime? givenUp = isLast ? now : null;
        await using var db = await store.CreateDbContextAsync(cancellation);

        // Only while the claim is ours: a later one knows better.
        await db.Outbox.Where(each => each.Id == id && each.Attempts == attempt && each.SentAtUtc == null).ExecuteUpdateAsync(
            change => change.SetProperty(each => each.DueAtUtc, due).SetProperty(each => each.GivenUpAtUtc, givenUp).SetProperty(each => each.LastTrouble, trouble),
            cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Message {Id} was sent at attempt {Attempt}.")]
    private partial void LogSent(MessageId id, int attempt);

    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be sent at attempt {Attempt}: {Trouble}")]
    private partial void LogTrouble(MessageId id, int attempt, string trouble);
}

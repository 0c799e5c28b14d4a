using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Mail;

/// <summary>What a person may do with a message that is not sent.</summary>
public sealed class OutboxDesk(PracticeDb db, TimeProvider time)
{
    /// <summary>Tries it at the next run, from the first attempt on, also when it was given up.</summary>
    /// <returns>False when it was sent meanwhile, or is not there.</returns>
    public Task<bool> SendNowAsync(MessageId id, Guid personId, CancellationToken cancellation) => ChangeAsync(id, personId, "message.tried-again", message =>
    {
        message.DueAtUtc = time.GetUtcNow().UtcDateTime;
        message.Attempts = 0;
        message.GivenUpAtUtc = null;
    }, cancellation);

    /// <summary>Sends it no more, until somebody takes it up again.</summary>
    /// <returns>False when it was sent meanwhile, or is not there.</returns>
    public Task<bool> PutAsideAsync(MessageId id, Guid personId, CancellationToken cancellation) => ChangeAsync(id, personId, "message.put-aside", message =>
        message.GivenUpAtUtc = time.GetUtcNow().UtcDateTime, cancellation);

    private async Task<bool> ChangeAsync(MessageId id, Guid personId, string action, Action<OutboxMessage> change, CancellationToken cancellation)
    {
        if (await db.Outbox.SingleOrDefaultAsync(message => message.Id == id && message.SentAtUtc == null, cancellation) is not { } message)
        {
            return false;
        }

        change(message);
        AuditTrail.Note(db, time, personId, action, "message", id.ToString(), message.Kind);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Visits;

/// <summary>
/// Erases what is personal about a client, in one transaction. Rows stay, without words: sessions for the count, notes and the trail for who did what.
/// Receipts and payments stay as they are, because tax law wants them kept.
/// </summary>
public sealed class ClientEraser(PracticeDb db, TimeProvider time)
{
    /// <summary>Sessions that must be cancelled before a client can be erased.</summary>
    public Task<int> SessionsToComeAsync(ClientId id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Appointments.CountAsync(
            each => each.ClientId == id && each.EndsAtUtc > now && (each.State == AppointmentState.Pending || each.State == AppointmentState.Confirmed), cancellation);
    }

    /// <param name="typedName">The client's name, typed by whoever erases; the case of letters and spaces around it do not matter.</param>
    public async Task<EraseOutcome> EraseAsync(ClientId id, string typedName, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(typedName);
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (await db.Clients.FirstOrDefaultAsync(each => each.Id == id && each.ErasedAtUtc == null, cancellation) is not { } client)
            {
                return new EraseOutcome.NotThere();
            }

            if (!string.Equals(client.Name, typedName.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return new EraseOutcome.OtherName();
            }

            if (await SessionsToComeAsync(id, cancellation) is > 0 and var count)
            {
                return new EraseOutcome.HasSessions(count);
            }

            await EraseTracesAsync(client, cancellation);
            ClientDesk.Blank(client, time.GetUtcNow().UtcDateTime);
            AuditTrail.Note(db, time, personId, "client.erased", "client", id.ToString());
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new EraseOutcome.Erased();
        }
    }

    private async Task EraseTracesAsync(Client client, CancellationToken cancellation)
    {
        var (now, id) = (time.GetUtcNow().UtcDateTime, client.Id);
        var sessions = await db.Appointments.Where(each => each.ClientId == id).Select(each => each.Id).ToListAsync(cancellation);
        foreach (var waiting in await TracesOf.WaitingAsync(db, client, cancellation))
        {
            (waiting.Name, waiting.Email, waiting.Phone) = ("", "", "");
            waiting.State = waiting.State is WaitingState.Waiting or WaitingState.Offered ? WaitingState.Left : waiting.State;
            waiting.Version++;
        }

        // Who was told to come must still be told not to. Such a message goes with all others, ninety days after it was sent.
        var messages = await TracesOf.MessagesAsync(db, client, sessions, cancellation);
        db.Outbox.RemoveRange(messages.Where(message => !IsWaitingCancellation(message)));

        await db.Appointments.Where(each => each.ClientId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.ClientNote, "").SetProperty(each => each.BodyMap, (string?)null).SetProperty(each => each.Version, each => each.Version + 1), cancellation);

        // Times are nobody's; a reason may be.
        await db.AppointmentEvents.Where(each => sessions.Contains(each.AppointmentId) && each.What != "moved").ExecuteUpdateAsync(set => set.SetProperty(each => each.Note, ""), cancellation);
        await db.VisitNotes.Where(each => sessions.Contains(each.AppointmentId) && each.ErasedAtUtc == null).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.Subjective, "").SetProperty(each => each.Objective, "").SetProperty(each => each.Assessment, "").SetProperty(each => each.Plan, "")
                .SetProperty(each => each.Findings, (string?)null).SetProperty(each => each.ErasedAtUtc, now).SetProperty(each => each.Version, each => each.Version + 1),
            cancellation);
    }

    private static bool IsWaitingCancellation(Mail.OutboxMessage message) =>
        message.SentAtUtc is null && message.GivenUpAtUtc is null && message.Calendar?.Contains("METHOD:CANCEL", StringComparison.Ordinal) is true;
}

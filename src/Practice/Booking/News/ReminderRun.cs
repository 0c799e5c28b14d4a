using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking.News;

/// <summary>
/// Puts the reminders that are due into the outbox. Whether a session still stands is looked up when its reminder is due, by the same statement that claims it; so any number of nodes
/// may run this at once, and what was cancelled or moved meanwhile is not spoken of.
/// </summary>
public sealed partial class ReminderRun(IDbContextFactory<PracticeDb> store, AppointmentMail mail, TimeProvider time, ILogger<ReminderRun> log)
{
    private const int AtOnce = 100;

    /// <returns>How many reminders were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var written = 0;
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(cancellation);
        while (true)
        {
            var due = await db.Appointments.AsNoTracking()
                .Where(each => each.RemindAtUtc <= now)
                .OrderBy(each => each.RemindAtUtc).Take(AtOnce)
                .ToListAsync(cancellation);
            foreach (var appointment in due)
            {
                written += await TakeAsync(db, appointment, now, cancellation) ? 1 : 0;
                db.ChangeTracker.Clear();
            }

            if (due.Count < AtOnce)
            {
                return written;
            }
        }
    }

    private async Task<bool> TakeAsync(PracticeDb db, Appointment appointment, DateTime now, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (!await ClaimAsync(db, appointment, cancellation))
            {
                return false;       // another node has it, or it has changed since it was read
            }

            var client = await db.Clients.AsNoTracking().FirstOrDefaultAsync(each => each.Id == appointment.ClientId, cancellation);
            var key = AppointmentMail.ReminderKey(appointment);
            var isWanted = appointment.State is AppointmentState.Confirmed && appointment.StartsAtUtc > now && client is not null && MailAddresses.IsPlausible(client.Email)
                && !await db.Outbox.AnyAsync(message => message.OnceKey == key, cancellation);       // moved away and back again
            if (isWanted)
            {
                mail.Remind(db, await SessionFacts.ReadAsync(db, appointment, cancellation), client!);
                await db.SaveChangesAsync(cancellation);
            }

            await transaction.CommitAsync(cancellation);
            if (isWanted)
            {
                LogReminded(appointment.Id);
            }

            return isWanted;
        }
    }

    /// <summary>The version is left as it is: nobody's form becomes old because a reminder went out.</summary>
    private static async Task<bool> ClaimAsync(PracticeDb db, Appointment appointment, CancellationToken cancellation)
    {
        var (id, due, state, start) = (appointment.Id, appointment.RemindAtUtc, appointment.State, appointment.StartsAtUtc);
        return await db.Appointments
            .Where(each => each.Id == id && each.RemindAtUtc == due && each.State == state && each.StartsAtUtc == start)
            .ExecuteUpdateAsync(change => change.SetProperty(each => each.RemindAtUtc, (DateTime?)null), cancellation) == 1;
    }

    [LoggerMessage(LogLevel.Information, "A reminder of session {Id} was written.")]
    private partial void LogReminded(AppointmentId id);
}

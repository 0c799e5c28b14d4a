using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Visits;

/// <summary>Who may see which client, and the trail of who did.</summary>
public sealed class ClientAccess(PracticeDb db, TimeProvider time)
{
    /// <summary>The clients somebody may see. Therapists see those who have or had a session with them; one that was cancelled is none.</summary>
    public IQueryable<Client> ClientsOf(ClientReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (person, seesAll) = reader;
        return seesAll
            ? db.Clients
            : db.Clients.Where(client => db.Appointments.Any(session => session.ClientId == client.Id && session.Therapist!.PersonId == person
                && (session.State == AppointmentState.Pending || session.State == AppointmentState.Confirmed || session.State == AppointmentState.Done || session.State == AppointmentState.NoShow)));
    }

    /// <summary>Whether somebody may see a client. A refusal is written down at once.</summary>
    public async Task<bool> MayReadAsync(ClientReader reader, ClientId client, CancellationToken cancellation)
    {
        if (await ClientsOf(reader).AnyAsync(each => each.Id == client, cancellation))
        {
            return true;
        }

        AuditTrail.Note(db, time, reader.PersonId, "client.refused", "client", client.ToString());
        await db.SaveChangesAsync(cancellation);
        return false;
    }

    /// <summary>Writes down that somebody saw what is kept about a client.</summary>
    /// <param name="action">A verb of the trail: <c>client.seen</c>, <c>note.seen</c>.</param>
    /// <param name="visit">The visit it was about; null for the client as a whole.</param>
    public async Task NoteAsync(ClientReader reader, ClientId client, string action, AppointmentId? visit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reader);
        AuditTrail.Note(db, time, reader.PersonId, action, "client", client.ToString(), visit is { } id ? $"visit {id}" : "");
        await db.SaveChangesAsync(cancellation);
    }
}

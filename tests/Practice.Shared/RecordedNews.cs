using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Shared;

/// <summary>Listens, and writes one message to the client about each change, as mails do.</summary>
public sealed class RecordedNews : IAppointmentNews
{
    public List<AppointmentChange> Heard { get; } = [];

    public async Task TellAsync(PracticeDb db, Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation)
    {
        Heard.Add(change);
        var client = await db.Clients.FindAsync([appointment.ClientId!.Value], cancellation);
        db.Outbox.Add(new OutboxMessage
        {
            Id = MessageId.New(TimeProvider.System),
            Kind = "appointment",
            To = client!.Email,
            Subject = change.ToString(),
            Text = "",
            CreatedAtUtc = appointment.CreatedAtUtc,
            DueAtUtc = appointment.CreatedAtUtc,
            Attempts = 0,
        });
    }
}

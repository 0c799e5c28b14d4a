using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>Adds a call for each webhook that wants to hear of a change, to the save of the change itself.</summary>
public sealed class HookNews(TimeProvider time) : IAppointmentNews
{
    public async Task TellAsync(PracticeDb db, Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(appointment);
        if (appointment.ServiceId is not { } serviceId)
        {
            return;
        }

        var name = HookEvents.Of(change);
        var hooks = await db.Webhooks.AsNoTracking().Where(hook => hook.StoppedAtUtc == null).ToListAsync(cancellation);
        hooks.RemoveAll(hook => !hook.Events.Split(' ').Contains(name));
        if (hooks.Count == 0)
        {
            return;
        }

        var service = appointment.Service?.Slug ?? await db.Services.Where(each => each.Id == serviceId).Select(each => each.Slug).SingleAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var body = new HookBody(Guid.CreateVersion7(time.GetUtcNow()), name, now, new HookAppointment(
            appointment.Id.Value, service, appointment.TherapistId.Value, appointment.StartsAtUtc, appointment.EndsAtUtc, appointment.State.ToString().ToLowerInvariant(), appointment.Sequence)).Json();
        db.WebhookDeliveries.AddRange(hooks.ConvertAll(hook => NewDelivery(hook.Id, name, body, time)));
    }

    internal static WebhookDelivery NewDelivery(WebhookId hook, string name, string body, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new WebhookDelivery
        {
            Id = Guid.CreateVersion7(now),
            WebhookId = hook,
            Event = name,
            Body = body,
            CreatedAtUtc = now.UtcDateTime,
            DueAtUtc = now.UtcDateTime,
            Attempts = 0,
        };
    }
}

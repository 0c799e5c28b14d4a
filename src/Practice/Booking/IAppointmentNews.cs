using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Hears of every change of an appointment before it is saved, and may add to what is saved: a message to the client, a call to a webhook. What it adds is kept if and only if the change is.</summary>
public interface IAppointmentNews
{
    /// <param name="db">The context that saves the change.</param>
    /// <param name="appointment">As it will be, with its <see cref="Appointment.ClientId"/>.</param>
    /// <param name="before">Start before the change, in UTC; null when it had none that was known to the client.</param>
    /// <param name="personId">Who of the practice made the change; null for the client.</param>
    Task TellAsync(PracticeDb db, Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation);
}

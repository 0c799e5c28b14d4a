using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking.News;

/// <summary>Sets when a session's reminder is to be sent, whenever the session changes.</summary>
public sealed class ReminderPlan(TimeProvider time) : IAppointmentNews
{
    /// <summary>Who has just booked needs no reminder.</summary>
    internal static readonly TimeSpan Soonest = TimeSpan.FromHours(2);

    public async Task TellAsync(PracticeDb db, Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(appointment);
        appointment.RemindAtUtc = appointment.State is AppointmentState.Confirmed && appointment.ServiceId is not null
            ? DueAt(appointment.StartsAtUtc, (await db.BookingSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault()).ReminderHours)
            : null;
    }

    private DateTime? DueAt(DateTime start, int hours)
    {
        var due = start - TimeSpan.FromHours(hours);
        return hours > 0 && due >= time.GetUtcNow().UtcDateTime + Soonest ? due : null;
    }
}

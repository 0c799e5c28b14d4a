using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names an appointment; also the left part of its UID in calendars.</summary>
public readonly record struct AppointmentId(Guid Value) : IRowId<AppointmentId>
{
    public static AppointmentId Of(Guid value) => new(value);

    public static AppointmentId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}

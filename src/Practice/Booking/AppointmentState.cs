namespace Unknot.Practice.Booking;

/// <summary>What stands of an appointment. Stored by name: add new ones, never rename, and say in both migrations which occupy their time.</summary>
public enum AppointmentState
{
    /// <summary>Somebody is filling in the form. Occupies its time until <see cref="Appointment.HoldEndsAtUtc"/>.</summary>
    Held,

    /// <summary>Waits for the practice's yes. Occupies its time.</summary>
    Pending,

    /// <summary>Occupies its time.</summary>
    Confirmed,

    /// <summary>The session was given.</summary>
    Done,

    /// <summary>The client did not come. The time is past and nothing else can be in it.</summary>
    NoShow,

    /// <summary>Time the practice keeps for itself. Occupies it.</summary>
    Blocked,

    /// <summary>Frees its time.</summary>
    Cancelled,

    /// <summary>A hold that ran out, or a request that was not answered. Frees its time.</summary>
    Expired,
}

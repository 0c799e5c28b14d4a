namespace Unknot.Practice.Booking;

/// <summary>What has just happened to an appointment, for those who tell of it.</summary>
public enum AppointmentChange
{
    /// <summary>A request that waits for the practice's yes.</summary>
    Requested,

    /// <summary>Confirmed: booked at once, or a request that was approved.</summary>
    Booked,

    Moved,

    /// <summary>By the client or by the practice; a request that was declined, too.</summary>
    Cancelled,
}

namespace Unknot.Practice.Booking.News;

/// <summary>Why a client gets a mail about a session.</summary>
internal enum Occasion
{
    Requested,
    Booked,
    Moved,

    /// <summary>Moved, but it still waits for the practice's yes.</summary>
    RequestMoved,
    Cancelled,
    CancelledByPractice,

    /// <summary>The practice said no to a request.</summary>
    Declined,
    Reminder,
}

namespace Unknot.Practice.Booking.News;

/// <summary>Where the site's pages are, for what a mail must say, and who sends it. Good outside of a request too.</summary>
/// <param name="Session">Address of a client's own page of a session, given the language of the mail.</param>
/// <param name="Hold">Address at which a held time is booked.</param>
/// <param name="Place">Address of somebody's place on the waiting list.</param>
/// <param name="Calendar">Address of the console's calendar.</param>
/// <param name="Sender">Address that mail comes from; null where no mail server is set up.</param>
public sealed record BookingLinks(
    Func<AppointmentId, string, string> Session,
    Func<AppointmentId, string, string> Hold,
    Func<WaitingId, string, string> Place,
    Func<string> Calendar,
    string? Sender);

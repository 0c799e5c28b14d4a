using Unknot.Practice.Booking;

namespace Unknot.Web.Hosting;

/// <summary>Addresses that messages and pages about a booked session lead to. Whoever holds one may see, move and cancel that session, and nothing else.</summary>
public sealed class BookingAddresses(SignedTokens tokens)
{
    private const string Purpose = "appointment";

    /// <summary>Path of a client's own page of a session, signed.</summary>
    public string PathOf(AppointmentId appointment) => $"/book/session/{tokens.Issue(Purpose, appointment.ToString())}";

    /// <returns>Null when the token is forged or broken.</returns>
    public AppointmentId? Read(string? token) =>
        tokens.Read(Purpose, token) is { } read && Guid.TryParse(read.Subject, out var id) ? new AppointmentId(id) : null;
}

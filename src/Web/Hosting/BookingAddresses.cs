using Unknot.Practice.Booking;

namespace Unknot.Web.Hosting;

/// <summary>Addresses that messages and pages about a booked session lead to. Whoever holds one may see, move and cancel that session, and nothing else.</summary>
public sealed class BookingAddresses(SignedTokens tokens)
{
    private const string Purpose = "appointment";

    private const string HoldPurpose = "hold";

    /// <summary>Path of a client's own page of a session, signed.</summary>
    public string PathOf(AppointmentId appointment) => $"/book/session/{tokens.Issue(Purpose, appointment.ToString())}";

    /// <returns>Null when the token is forged or broken.</returns>
    public AppointmentId? Read(string? token) =>
        tokens.Read(Purpose, token) is { } read && Guid.TryParse(read.Subject, out var id) ? new AppointmentId(id) : null;

    /// <summary>Path of the form that turns a hold into a session, signed.</summary>
    /// <param name="choice">What was chosen, as the query of the page with the times: <c>minutes=60&amp;therapist=…</c>; empty when that is not known.</param>
    public string HoldPathOf(AppointmentId hold, string choice = "") => $"/book/details/{tokens.Issue(HoldPurpose, $"{hold}|{choice}")}";

    /// <returns>Null when the token is forged or broken.</returns>
    internal (AppointmentId Hold, string Choice)? ReadHold(string? token) =>
        tokens.Read(HoldPurpose, token) is { } read && read.Subject.Split('|', 2) is [var hold, var choice] && Guid.TryParse(hold, out var id) ? (new AppointmentId(id), choice) : null;
}

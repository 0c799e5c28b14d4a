using Unknot.Practice.Booking;

namespace Unknot.Web.Hosting;

/// <summary>Addresses of places on the waiting list. Whoever holds one may see that place and give it up, and nothing else.</summary>
public sealed class WaitingAddresses(SignedTokens tokens)
{
    private const string Purpose = "waiting";

    /// <summary>Path of somebody's own page of a place, signed.</summary>
    public string PathOf(WaitingId place) => $"/book/waiting/{tokens.Issue(Purpose, place.ToString())}";

    /// <returns>Null when the token is forged or broken.</returns>
    public WaitingId? Read(string? token) =>
        tokens.Read(Purpose, token) is { } read && Guid.TryParse(read.Subject, out var id) ? WaitingId.Of(id) : null;
}

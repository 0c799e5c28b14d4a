namespace Unknot.Practice.People;

/// <summary>One browser in which somebody is signed in. Its cookie is worth nothing once this is ended.</summary>
public sealed class SignedInSession
{
    /// <summary>Random, in the cookie.</summary>
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>Browser and system in a few words, made from the User-Agent.</summary>
    public required string Device { get; init; }

    /// <summary><c>password</c>, <c>passkey</c> or <c>link</c>: an invitation or the like.</summary>
    public required string Means { get; init; }

    public required DateTime StartedAtUtc { get; init; }

    /// <summary>Kept to the minute.</summary>
    public required DateTime SeenAtUtc { get; set; }

    public DateTime? EndedAtUtc { get; set; }
}

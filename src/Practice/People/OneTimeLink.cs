namespace Unknot.Practice.People;

/// <summary>A link that does one thing once: set the practice up, accept an invitation, choose a new password. Only a hash of its secret is kept.</summary>
public sealed class OneTimeLink
{
    /// <summary>SHA-256 of the secret, in Base64.</summary>
    public required string SecretHash { get; init; }

    /// <summary><c>set-up</c>, <c>invitation</c> or <c>password</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whose password, or null.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Role that an invitation gives; empty otherwise.</summary>
    public required string Role { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }

    public DateTime? UsedAtUtc { get; set; }
}

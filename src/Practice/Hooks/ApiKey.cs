namespace Unknot.Practice.Hooks;

/// <summary>Lets a program of the practice read and change bookings. The secret is shown once and not kept.</summary>
public sealed class ApiKey
{
    public required ApiKeyId Id { get; init; }

    /// <summary>What it is for, in the practice's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, in Base64.</summary>
    public required string SecretHash { get; init; }

    /// <summary>True when it may change something.</summary>
    public required bool MayWrite { get; init; }

    public required Guid CreatedById { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>To the hour, so that reading does not write each time.</summary>
    public DateTime? LastUsedAtUtc { get; set; }

    public DateTime? RevokedAtUtc { get; set; }
}

namespace Unknot.Practice.Mail;

/// <summary>The mail server of the practice, from the configuration.</summary>
public sealed record SmtpSettings
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Address that messages come from.</summary>
    public required string From { get; init; }

    /// <summary>Whether the connection must be encrypted, by STARTTLS. A server that offers none is then not spoken to.</summary>
    public required bool UseTls { get; init; }
}

namespace Unknot.Practice.Site;

/// <summary>What somebody wrote into the form of the settings: every text as it came, nothing checked.</summary>
public sealed record SettingsDraft
{
    public required string Name { get; init; }

    public required string Tagline { get; init; }

    public required string About { get; init; }

    public required string Street { get; init; }

    public required string City { get; init; }

    public required string Region { get; init; }

    public required string PostalCode { get; init; }

    public required string Country { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required string TimeZone { get; init; }

    public required string Hours { get; init; }

    /// <summary>Id of a stored picture; empty for none.</summary>
    public required string Logo { get; init; }

    public required string AccentLight { get; init; }

    public required string AccentDark { get; init; }

    public required string PrivacyNote { get; init; }

    public required string Terms { get; init; }

    public required bool UnderMaintenance { get; init; }

    /// <summary>The version that was read before it was changed; 0 when there was none.</summary>
    public required int Version { get; init; }

    /// <summary>The form as it stands for what is kept.</summary>
    public static SettingsDraft From(PracticeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SettingsDraft
        {
            Name = settings.Name,
            Tagline = settings.Tagline,
            About = settings.About,
            Street = settings.Street,
            City = settings.City,
            Region = settings.Region,
            PostalCode = settings.PostalCode,
            Country = settings.Country,
            Phone = settings.Phone,
            Email = settings.Email,
            TimeZone = settings.TimeZone,
            Hours = settings.Hours,
            Logo = settings.LogoId?.ToString() ?? "",
            AccentLight = settings.AccentLight ?? "",
            AccentDark = settings.AccentDark ?? "",
            PrivacyNote = settings.PrivacyNote,
            Terms = settings.Terms,
            UnderMaintenance = settings.UnderMaintenance,
            Version = settings.Version,
        };
    }
}

/// <param name="Field">Name of the property of <see cref="SettingsDraft"/>.</param>
/// <param name="Text">A sentence.</param>
public sealed record SettingsProblem(string Field, string Text);

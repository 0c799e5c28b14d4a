using System.Globalization;

namespace Unknot.Practice.Booking;

/// <summary>What somebody wrote into the form of a therapist: every text as it came, nothing checked.</summary>
public sealed record TherapistDraft
{
    public required string Name { get; init; }

    public required string Credential { get; init; }

    public required string LicenceNumber { get; init; }

    public required string LicenceState { get; init; }

    public required string Npi { get; init; }

    public required bool IsBookable { get; init; }

    /// <summary>Empty for no limit.</summary>
    public required string MostSessions { get; init; }

    /// <summary>Empty for no limit.</summary>
    public required string MostMinutes { get; init; }

    /// <summary>Id of a person; empty for none.</summary>
    public required string Account { get; init; }

    /// <summary>Of what was read before it was changed; empty for a new one.</summary>
    public required string Fingerprint { get; init; }

    public static TherapistDraft New() => new()
    {
        Name = "",
        Credential = "LMT",
        LicenceNumber = "",
        LicenceState = "",
        Npi = "",
        IsBookable = true,
        MostSessions = "",
        MostMinutes = "",
        Account = "",
        Fingerprint = "",
    };

    public static TherapistDraft From(Therapist therapist)
    {
        ArgumentNullException.ThrowIfNull(therapist);
        var draft = new TherapistDraft
        {
            Name = therapist.Name,
            Credential = therapist.Credential,
            LicenceNumber = therapist.LicenceNumber,
            LicenceState = therapist.LicenceState,
            Npi = therapist.Npi,
            IsBookable = therapist.IsBookable,
            MostSessions = therapist.MostSessionsADay?.ToString(CultureInfo.InvariantCulture) ?? "",
            MostMinutes = therapist.MostMinutesADay?.ToString(CultureInfo.InvariantCulture) ?? "",
            Account = therapist.PersonId?.ToString() ?? "",
            Fingerprint = "",
        };
        return draft with { Fingerprint = Booking.Parts.Fingerprint(draft.Parts()) };
    }

    internal IEnumerable<(string Name, string Value)> Parts() =>
    [
        ("name", Name), ("credential", Credential), ("licence number", LicenceNumber), ("licence state", LicenceState), ("NPI", Npi),
        ("bookable", IsBookable ? "yes" : "no"), ("sessions a day", MostSessions), ("minutes a day", MostMinutes), ("account", Account),
    ];
}

namespace Unknot.Practice.Booking;

/// <summary>Who gives sessions.</summary>
public sealed class Therapist
{
    public required TherapistId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The account that sees this calendar; null for none.</summary>
    public Guid? PersonId { get; set; }

    public required bool IsBookable { get; set; }

    /// <summary>Most sessions in a day of the practice's zone; null for no limit.</summary>
    public int? MostSessionsADay { get; set; }

    /// <summary>Most minutes with hands on clients in a day; null for no limit.</summary>
    public int? MostMinutesADay { get; set; }

    /// <summary>As it stands on receipts: <c>LMT</c>.</summary>
    public required string Credential { get; set; }

    public required string LicenceNumber { get; set; }

    /// <summary>State that gave the licence.</summary>
    public required string LicenceState { get; set; }

    /// <summary>National Provider Identifier, ten digits; empty for none.</summary>
    public required string Npi { get; set; }

    /// <summary>SHA-256 of the secret in the address of the calendar feed, in Base64; null when there is none.</summary>
    public string? FeedHash { get; set; }
}

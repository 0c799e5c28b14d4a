using Unknot.Practice.Pictures;

namespace Unknot.Practice.Site;

/// <summary>What a practice says about itself without touching code. There is one row.</summary>
public sealed class PracticeSettings
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>One line under the name; may be empty.</summary>
    public required string Tagline { get; set; }

    /// <summary>Markdown of the page about the practice; may be empty.</summary>
    public required string About { get; set; }

    public required string Street { get; set; }

    public required string City { get; set; }

    /// <summary>State or province.</summary>
    public required string Region { get; set; }

    public required string PostalCode { get; set; }

    /// <summary>Two letters of ISO 3166-1.</summary>
    public required string Country { get; set; }

    public required string Phone { get; set; }

    /// <summary>Where what readers write goes to; never shown on a page.</summary>
    public required string Email { get; set; }

    /// <summary>Name of the zone in the IANA database.</summary>
    public required string TimeZone { get; set; }

    /// <summary>When the practice is open, as readers see it: one line a rule, <c>Mon-Fri 09:00-17:00</c>.</summary>
    public required string Hours { get; set; }

    public PictureId? LogoId { get; set; }

    /// <summary>Accent of the site in light pages, <c>#rrggbb</c>; null for the product's own.</summary>
    public string? AccentLight { get; set; }

    /// <summary>Accent in dark pages, <c>#rrggbb</c>; null for the product's own.</summary>
    public string? AccentDark { get; set; }

    /// <summary>What the privacy page says beside what is true of the product; Markdown, may be empty.</summary>
    public required string PrivacyNote { get; set; }

    /// <summary>Terms of the practice; Markdown, may be empty.</summary>
    public required string Terms { get; set; }

    /// <summary>When everybody but the signed-in sees the maintenance page.</summary>
    public required bool UnderMaintenance { get; set; }

    /// <summary>Rises with every save; a save that knew an older one is refused.</summary>
    public required int Version { get; set; }
}

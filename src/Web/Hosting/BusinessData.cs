using System.Text.Json.Nodes;
using Unknot.Practice.Site;

namespace Unknot.Web.Hosting;

/// <summary>The practice as structured data for search engines. It says no more than the pages do.</summary>
internal static class BusinessData
{
    /// <param name="isBookable">Whether sessions can be booked on the site.</param>
    /// <returns>For a script element, or null when the practice shows no address.</returns>
    internal static string? JsonLd(HttpContext context, PracticeSettings practice, bool isBookable)
    {
        if (practice.Street.Length == 0)
        {
            return null;
        }

        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "HealthAndBeautyBusiness",
            ["@id"] = SiteAddress.Of(context, "/", Language.RequestLanguage.Default) + "#practice",
            ["name"] = practice.Name,
            ["url"] = SiteAddress.Of(context, "/"),
            ["address"] = Only(
                ("@type", "PostalAddress"),
                ("streetAddress", practice.Street),
                ("addressLocality", practice.City),
                ("addressRegion", practice.Region),
                ("postalCode", practice.PostalCode),
                ("addressCountry", practice.Country)),
        };
        if (practice.Tagline.Length > 0)
        {
            data["description"] = practice.Tagline;
        }

        if (practice.Phone.Length > 0)
        {
            data["telephone"] = practice.Phone;
        }

        if (OpeningHours.TryParse(practice.Hours, out var hours, out _) && hours.Lines.Length > 0)
        {
            data["openingHoursSpecification"] = new JsonArray([.. hours.Lines.SelectMany(line => line.Windows.Select(window => (JsonNode)new JsonObject
            {
                ["@type"] = "OpeningHoursSpecification",
                ["dayOfWeek"] = new JsonArray([.. line.Days.Select(day => (JsonNode)$"https://schema.org/{day}")]),
                ["opens"] = OpeningWindow.Clock(window.FromMinute),

                // 24:00 is no time of day in schema.org's examples; a minute before it is.
                ["closes"] = window.ToMinute == 24 * 60 ? "23:59" : OpeningWindow.Clock(window.ToMinute),
            }))]);
        }

        if (isBookable)
        {
            data["potentialAction"] = new JsonObject
            {
                ["@type"] = "ReserveAction",
                ["target"] = new JsonObject
                {
                    ["@type"] = "EntryPoint",
                    ["urlTemplate"] = SiteAddress.Of(context, BookingDoor.Path),
                    ["actionPlatform"] = new JsonArray("https://schema.org/DesktopWebPlatform", "https://schema.org/MobileWebPlatform"),
                },
                ["result"] = new JsonObject { ["@type"] = "Reservation" },
            };
        }

        return SiteAddress.JsonLd(data);
    }

    private static JsonObject Only(params (string Name, string Value)[] parts)
    {
        var some = new JsonObject();
        foreach (var (name, value) in parts.Where(part => part.Value.Length > 0))
        {
            some[name] = value;
        }

        return some;
    }
}

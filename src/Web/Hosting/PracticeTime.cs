using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary>Instants as the people of the practice read them: on their own wall clock, which the settings name. Without settings it is UTC.</summary>
public sealed class PracticeTime(PracticeDb db)
{
    private DateTimeZone? zone;

    /// <returns>"2 Mar 2026, 09:00 EST".</returns>
    public async Task<string> WordsAsync(DateTime utc, CancellationToken cancellation)
    {
        zone ??= DateTimeZoneProviders.Tzdb.GetZoneOrNull(await db.Settings.Select(settings => settings.TimeZone).FirstOrDefaultAsync(cancellation) ?? "UTC") ?? DateTimeZone.Utc;
        var instant = Instant.FromDateTimeUtc(utc);
        return string.Create(CultureInfo.InvariantCulture, $"{instant.InZone(zone).ToDateTimeUnspecified():d MMM yyyy, HH:mm} {zone.GetZoneInterval(instant).Name}");
    }

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

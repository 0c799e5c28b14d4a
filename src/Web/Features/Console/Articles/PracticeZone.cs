using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Site;

namespace Unknot.Web.Features.Console.Articles;

/// <summary>Wall clock of the practice, in which articles are scheduled.</summary>
internal static class PracticeZone
{
    private static readonly LocalDateTimePattern Field = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    internal static DateTimeZone Of(PracticeSettings practice) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(practice.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>As a field of date and time has it.</summary>
    internal static string ToField(DateTime utc, DateTimeZone zone) => Field.Format(Instant.FromDateTimeUtc(utc).InZone(zone).LocalDateTime);

    /// <summary>A time that a change of the clocks skips is moved forward; of one that comes twice the first is meant.</summary>
    /// <returns>Null when it is no date and time.</returns>
    internal static DateTime? FromField(string text, DateTimeZone zone) =>
        Field.Parse(text.Length > 16 ? text[..16] : text) is { Success: true } parsed ? parsed.Value.InZoneLeniently(zone).ToDateTimeUtc() : null;

    /// <summary>For people: "4 Mar 2026, 09:30".</summary>
    internal static string Said(DateTime utc, DateTimeZone zone) =>
        Instant.FromDateTimeUtc(utc).InZone(zone).ToDateTimeUnspecified().ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}

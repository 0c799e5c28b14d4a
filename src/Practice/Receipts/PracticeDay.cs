using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Days and hours on the practice's own wall clock. Without settings it is UTC.</summary>
public static class PracticeDay
{
    public static async Task<DateTimeZone> ZoneAsync(PracticeDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return ZoneOf(await db.Settings.Select(settings => settings.TimeZone).FirstOrDefaultAsync(cancellation));
    }

    public static async Task<DateOnly> TodayAsync(PracticeDb db, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DayOf(time.GetUtcNow().UtcDateTime, await ZoneAsync(db, cancellation));
    }

    public static DateOnly DayOf(DateTime utc, DateTimeZone zone) => Instant.FromDateTimeUtc(utc).InZone(zone).Date.ToDateOnly();

    internal static TimeOnly ClockOf(DateTime utc, DateTimeZone zone) => Instant.FromDateTimeUtc(utc).InZone(zone).TimeOfDay.ToTimeOnly();

    /// <summary>First instant of a day.</summary>
    internal static DateTime StartOf(DateOnly day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeUtc();
    }

    internal static DateTimeZone ZoneOf(string? name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name ?? "UTC") ?? DateTimeZone.Utc;
}

using System.Globalization;
using NodaTime;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>Days, times, lengths and prices of sessions as a page says them, on the practice's clock and in the language of the request.</summary>
internal static class SessionWords
{
    /// <returns>"Tuesday, March 3".</returns>
    internal static string Day(Texts T, LocalDate date) =>
        date.ToDateTimeUnspecified().ToString(IsEnglish(T) ? "dddd, MMMM d" : "dddd d 'de' MMMM", CultureInfo.CurrentUICulture);

    /// <returns>"Tuesday, March 3, 2026".</returns>
    internal static string DayAndYear(Texts T, LocalDate date) =>
        date.ToDateTimeUnspecified().ToString(IsEnglish(T) ? "dddd, MMMM d, yyyy" : "dddd d 'de' MMMM 'de' yyyy", CultureInfo.CurrentUICulture);

    /// <returns>"March 2026".</returns>
    internal static string Month(Texts T, LocalDate date) =>
        date.ToDateTimeUnspecified().ToString(IsEnglish(T) ? "MMMM yyyy" : "MMMM 'de' yyyy", CultureInfo.CurrentUICulture);

    /// <returns>"9:00 am", or "9:00" where the clock has 24 hours.</returns>
    internal static string Clock(Texts T, LocalTime time) => IsEnglish(T)
        ? string.Create(CultureInfo.InvariantCulture, $"{((time.Hour + 11) % 12) + 1}:{time.Minute:00}\u00A0{(time.Hour < 12 ? "am" : "pm")}")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    internal static string Clock(Texts T, Instant instant, DateTimeZone zone) => Clock(T, instant.InZone(zone).TimeOfDay);

    /// <returns>"Tuesday, March 3, 9:00 am".</returns>
    internal static string Moment(Texts T, Instant instant, DateTimeZone zone) => T["{0}, {1}", Day(T, instant.InZone(zone).Date), Clock(T, instant, zone)];

    /// <summary>Named by the town that the zone is named after.</summary>
    /// <returns>"New York".</returns>
    internal static string Town(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <returns>"1 hour 15 minutes".</returns>
    internal static string Length(Texts T, int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, _) => T["{0} minutes", minutes],
        (1, 0) => T["1 hour"],
        (1, var rest) => T["1 hour {0} minutes", rest],
        (var hours, 0) => T["{0} hours", hours],
        (var hours, var rest) => T["{0} hours {1} minutes", hours, rest],
    };

    /// <returns>"1 hour", "24 hours".</returns>
    internal static string Hours(Texts T, int hours) => hours == 1 ? T["1 hour"] : T["{0} hours", hours];

    /// <returns>"$95", "$95.50", "95.50 EUR".</returns>
    internal static string Price(Texts T, int cents, string currency)
    {
        var amount = (cents / 100m).ToString(cents % 100 == 0 ? "#,0" : "#,0.00", IsEnglish(T) ? CultureInfo.InvariantCulture : CultureInfo.CurrentUICulture);
        return currency == "USD" ? $"${amount}" : $"{amount}\u00A0{currency}";
    }

    private static bool IsEnglish(Texts T) => T.Current == RequestLanguage.Default;
}

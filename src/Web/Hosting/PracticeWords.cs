using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using Unknot.Practice.Site;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>What a practice says about itself, as a page shows it.</summary>
internal static class PracticeWords
{
    private static readonly ImmutableArray<string> NumbersBeforeCity = ["AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "IT", "MX", "NL", "NO", "PL", "PT", "SE"];

    /// <returns>Empty when the practice shows none.</returns>
    internal static ImmutableArray<string> AddressLines(PracticeSettings practice)
    {
        if (practice.Street.Length == 0)
        {
            return [];
        }

        var place = NumbersBeforeCity.Contains(practice.Country, StringComparer.Ordinal)
            ? Joined(" ", practice.PostalCode, Joined(", ", practice.City, practice.Region))
            : Joined(" ", Joined(", ", practice.City, practice.Region), practice.PostalCode);
        return [practice.Street, place];

        static string Joined(string by, params IEnumerable<string> parts) => string.Join(by, parts.Where(part => part.Length > 0));
    }

    /// <summary>Of an ordinary week: days and times, in the language of the request.</summary>
    internal static ImmutableArray<(string Days, string Times)> Hours(Texts T, PracticeSettings practice) =>
        OpeningHours.TryParse(practice.Hours, out var hours, out _)
            ? [.. hours.Lines.Select(line => (Days(T, line.Days), string.Join(", ", line.Windows.Select(window => T["{0} to {1}", Clock(T, window.FromMinute), Clock(T, window.ToMinute)]))))]
            : [];

    /// <summary>The day on which it was there, as the language writes it: "March 4, 2026".</summary>
    internal static string Date(Texts T, PracticeSettings practice, DateTime instantUtc)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(practice.TimeZone) ?? DateTimeZone.Utc;
        var day = Instant.FromDateTimeUtc(instantUtc).InZone(zone).Date.ToDateTimeUnspecified();
        return day.ToString(T.Current == RequestLanguage.Default ? "MMMM d, yyyy" : "d 'de' MMMM 'de' yyyy", CultureInfo.CurrentUICulture);
    }

    internal static string PhoneAddress(string phone)
    {
        var digits = new StringBuilder("tel:");
        var number = phone.Split(["ext", "x"], 2, StringSplitOptions.None);
        digits.Append(number[0].Where(letter => char.IsAsciiDigit(letter) || letter == '+').ToArray());
        return number.Length == 1 ? digits.ToString() : digits.Append(";ext=").Append(number[1].Where(char.IsAsciiDigit).ToArray()).ToString();
    }

    internal static string DayName(Texts T, DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => T["Monday"],
        DayOfWeek.Tuesday => T["Tuesday"],
        DayOfWeek.Wednesday => T["Wednesday"],
        DayOfWeek.Thursday => T["Thursday"],
        DayOfWeek.Friday => T["Friday"],
        DayOfWeek.Saturday => T["Saturday"],
        DayOfWeek.Sunday => T["Sunday"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Three and more in a row are written as a span.</summary>
    private static string Days(Texts T, ImmutableArray<DayOfWeek> days)
    {
        var parts = new List<string>();
        for (var start = 0; start < days.Length;)
        {
            var end = start;
            while (end + 1 < days.Length && Place(days[end + 1]) == Place(days[end]) + 1)
            {
                end++;
            }

            if (end - start < 2)
            {
                parts.Add(DayName(T, days[start]));
                start++;
            }
            else
            {
                parts.Add($"{DayName(T, days[start])} – {DayName(T, days[end])}");
                start = end + 1;
            }
        }

        return string.Join(", ", parts);

        static int Place(DayOfWeek day) => ((int)day + 6) % 7;
    }

    /// <summary>As the language tells the time: "9 am", "9:30 am", or "9:30".</summary>
    private static string Clock(Texts T, int minute)
    {
        var (hour, rest) = (minute / 60 % 24, minute % 60);
        return T.Current == RequestLanguage.Default
            ? string.Create(CultureInfo.InvariantCulture, $"{((hour + 11) % 12) + 1}{(rest == 0 ? "" : $":{rest:00}")} {(hour < 12 ? "am" : "pm")}")
            : string.Create(CultureInfo.InvariantCulture, $"{hour}:{rest:00}");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Booking;

/// <summary>Times of the day as people write them, in minutes from midnight.</summary>
public static partial class ClockTimes
{
    /// <param name="text"><c>9</c>, <c>09:00</c>, <c>9.30</c>, <c>9 am</c>, <c>5:30pm</c>; <c>24:00</c> is the end of the day.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryRead(string text, out int minutes)
    {
        ArgumentNullException.ThrowIfNull(text);
        minutes = 0;
        if (Written().Match(text.Trim().ToLowerInvariant()) is not { Success: true } match)
        {
            return false;
        }

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (match.Groups["half"].ValueSpan[0] == 'p' ? 12 : 0);
        }

        minutes = (hour * 60) + minute;
        return minute < 60 && minutes <= DayWindow.MinutesOfDay;
    }

    /// <returns><c>09:00</c>; <c>24:00</c> for the end of the day.</returns>
    public static string Write(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    [GeneratedRegex(@"\A(?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2}))? ?(?<half>[ap]\.?m\.?)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Booking;

/// <summary>Amounts of money as people write them.</summary>
public static partial class Prices
{
    /// <summary>10,000.00.</summary>
    public const int MostCents = 1_000_000;

    /// <param name="text"><c>95</c>, <c>95.00</c> or <c>95,00</c>. Two digits behind the mark or none: with three, nobody can tell a thousand from a fraction.</param>
    /// <returns>False for anything else, and for more than <see cref="MostCents"/>.</returns>
    public static bool TryRead(string text, out int cents)
    {
        ArgumentNullException.ThrowIfNull(text);
        cents = 0;
        if (Written().Match(text.Trim()) is not { Success: true } match)
        {
            return false;
        }

        var read = (int.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture) * 100)
            + (match.Groups["cents"].Success ? int.Parse(match.Groups["cents"].ValueSpan, CultureInfo.InvariantCulture) : 0);
        cents = read <= MostCents ? read : 0;
        return read <= MostCents;
    }

    /// <returns><c>95.00</c>.</returns>
    public static string Write(int cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");

    [GeneratedRegex(@"\A(?<whole>[0-9]{1,6})([.,](?<cents>[0-9]{2}))?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}

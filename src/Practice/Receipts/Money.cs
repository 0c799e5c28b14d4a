using System.Globalization;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Receipts;

/// <summary>Amounts as people write and read them. Kept as whole cents, so nothing is ever rounded.</summary>
public static partial class Money
{
    /// <summary>In cents; more than that for one visit is a slip of the hand.</summary>
    public const int Most = 10_000_000;

    /// <param name="currency">Three letters of ISO 4217.</param>
    /// <returns><c>$1,234.50</c> or <c>EUR 1,234.50</c>.</returns>
    public static string Words(long cents, string currency)
    {
        var amount = string.Create(CultureInfo.InvariantCulture, $"{(currency == "USD" ? "$" : $"{currency} ")}{Math.Abs(cents) / 100:N0}.{Math.Abs(cents) % 100:00}");
        return cents < 0 ? $"−{amount}" : amount;
    }

    /// <returns><c>1234.50</c>, for files and fields.</returns>
    public static string Plain(long cents) => string.Create(CultureInfo.InvariantCulture, $"{(cents < 0 ? "-" : "")}{Math.Abs(cents) / 100}.{Math.Abs(cents) % 100:00}");

    /// <summary>Reads <c>95</c>, <c>95.5</c> or <c>95.50</c>. A comma is refused: it means a thousand to one reader and a decimal to another.</summary>
    /// <param name="cents">0 … <see cref="Most"/>.</param>
    public static bool TryParse(string? text, out int cents)
    {
        cents = 0;
        if (text is null || Shape().Match(text.Trim()) is not { Success: true } found)
        {
            return false;
        }

        var whole = int.Parse(found.Groups["whole"].Value, CultureInfo.InvariantCulture);
        cents = (100 * whole) + int.Parse(found.Groups["part"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture);
        return cents <= Most;
    }

    [GeneratedRegex(@"\A\$?(?<whole>[0-9]{1,6})(\.(?<part>[0-9]{1,2}))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}

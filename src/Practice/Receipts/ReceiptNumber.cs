using System.Globalization;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Receipts;

/// <summary>What people call a receipt: <c>2026-0001</c>.</summary>
public readonly partial record struct ReceiptNumber(int Year, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:0000}");

    public static bool TryParse(string? text, out ReceiptNumber number)
    {
        number = default;
        if (text is null || Shape().Match(text.Trim()) is not { Success: true } found)
        {
            return false;
        }

        number = new(int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture));
        return true;
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4})\s*[-–/ ]\s*(?<number>[0-9]{1,7})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}

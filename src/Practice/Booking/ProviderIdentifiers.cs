namespace Unknot.Practice.Booking;

/// <summary>National Provider Identifiers of the United States.</summary>
public static class ProviderIdentifiers
{
    /// <summary>Stands before an identifier when its check digit is worked out (45 CFR 162.406, ISO/IEC 7812).</summary>
    private const string Prefix = "80840";

    /// <returns>True for ten digits, the first 1 or 2, whose last one is the check digit of the others.</returns>
    public static bool IsRight(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != 10 || !text.All(char.IsAsciiDigit) || text[0] is not ('1' or '2'))
        {
            return false;
        }

        var sum = 0;
        var all = Prefix + text;
        for (var place = 0; place < all.Length; place++)
        {
            // Every second digit from the right is doubled, and the digits of what comes out are added.
            var digit = (all[^(place + 1)] - '0') * (place % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }
}

namespace Unknot.Practice.Texts;

/// <summary>Where a link in a written text may lead: everything else is shown as its words alone.</summary>
public static class LinkRules
{
    private const int LongestAddress = 2000;

    /// <summary>What an address leads to.</summary>
    public enum Kind
    {
        /// <summary>Nothing a reader should be led to.</summary>
        Refused,

        /// <summary>A place on the same page: <c>#…</c>.</summary>
        SamePage,

        /// <summary>A page of the site: from the root.</summary>
        SameSite,

        /// <summary>Another site, by http or https.</summary>
        OtherSite,

        /// <summary>A mail address.</summary>
        Mail,
    }

    /// <param name="address">As a browser would get it: with entities and escapes resolved.</param>
    public static Kind Of(string? address)
    {
        // Browsers skip spaces and control characters within a scheme and read a backslash as a slash.
        if (address is null or { Length: 0 or > LongestAddress } || address.AsSpan().ContainsAnyInRange('\0', ' ') || address.AsSpan().ContainsAny('\\', '\u007f'))
        {
            return Kind.Refused;
        }

        return address switch
        {
            ['#', ..] => Kind.SamePage,
            ['/', '/', ..] => Kind.Refused,
            ['/', ..] => Kind.SameSite,
            _ when StartsWith(address, "mailto:") && address.Contains('@', StringComparison.Ordinal) => Kind.Mail,
            _ when StartsWith(address, "https://") || StartsWith(address, "http://") => IsWhole(address) ? Kind.OtherSite : Kind.Refused,
            _ => Kind.Refused,
        };
    }

    /// <summary>With a host, and without a name before it that would pass for one.</summary>
    private static bool IsWhole(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    private static bool StartsWith(string address, string start) => address.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}

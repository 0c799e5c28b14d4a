using System.Net;
using System.Net.Sockets;

namespace Unknot.Practice.Views;

/// <summary>What a reader's request gives away, as far as it is needed to tell readers apart for one day. It is hashed and never kept.</summary>
/// <param name="Network">First 24 bits of an IPv4 address or 48 of an IPv6 address, in hex; empty when there is none.</param>
/// <param name="Browser">The User-Agent as sent.</param>
public sealed record ReaderTrace(string Network, string Browser)
{
    public static ReaderTrace Of(IPAddress? address, string browser) => new(Shortened(address), browser);

    private static string Shortened(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.AddressFamily is AddressFamily.InterNetwork ? 3 : 6;
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, bytes));
    }
}

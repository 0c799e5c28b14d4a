using System.Net;
using System.Net.Sockets;

namespace Unknot.Web.Hosting;

/// <summary>Which requests count as coming from the same place.</summary>
internal static class Networks
{
    /// <summary>The network of an address: the /24 of IPv4, the /56 of IPv6 that a household gets. Empty when there is no address, as within one process.</summary>
    internal static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(bytes.AsSpan(0, 7)) : Convert.ToHexStringLower(bytes.AsSpan(0, 3));
    }

    /// <summary>The machine itself: its health checks, its benchmarks.</summary>
    internal static bool IsOwn(IPAddress? address) => address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}

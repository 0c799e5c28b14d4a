using System.Collections.Immutable;
using System.Net;

namespace Unknot.Practice.Hooks;

/// <summary>Tells addresses of the public network from those that lead into the house of whoever asks: the machine itself, its network, the metadata of a cloud.</summary>
public static class PublicAddresses
{
    /// <summary>IANA's special-purpose registry, as far as it is not global unicast, and multicast.</summary>
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily is System.Net.Sockets.AddressFamily.InterNetwork || Global6.Contains(plain)) && !Special.Any(network => network.Contains(plain));
    }

    /// <summary>A host that can be seen to be private without asking anybody: a literal address, or a name that stands for this machine or network.</summary>
    public static bool IsPlainlyPrivate(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        return IPAddress.TryParse(name, out var address)
            ? !IsPublic(address)
            : !name.Contains('.', StringComparison.Ordinal) || Array.Exists([".localhost", ".local", ".internal", ".lan", ".home.arpa"], end => name.EndsWith(end, StringComparison.Ordinal));
    }
}

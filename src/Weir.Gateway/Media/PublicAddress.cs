using System.Net;
using System.Net.Sockets;

namespace Weir.Gateway.Media;

/// <summary>Which addresses belong to the public internet. Anything else could be a service that trusts its neighbours.</summary>
/// <remarks>Source: the IANA special-purpose address registries, for IPv4 and IPv6.</remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Private4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),

        // Link-local, where clouds answer with credentials.
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),

        // Multicast, reserved, broadcast.
        IPNetwork.Parse("224.0.0.0/3"),

        // A cloud's metadata and DNS in public space: Azure's, Alibaba's is in 100.64/10.
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    // Only 2000::/3 is given out for the public; of it, these are not.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Private6 =
    [
        // Protocol assignments, Teredo (2001::/32) and benchmarking among them.
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Private4, network => network.Contains(address));
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        // An IPv4 address inside: it ends there.
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address))
        {
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        }

        if (SixToFour.Contains(address))
        {
            return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        }

        return Global6.Contains(address) && !Array.Exists(Private6, network => network.Contains(address));
    }
}

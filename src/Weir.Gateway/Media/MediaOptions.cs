using System.Net;

namespace Weir.Gateway.Media;

/// <summary>What is fetched for callers, and how much of it.</summary>
public sealed record MediaOptions
{
    /// <summary>Hosts that are fetched from at any address and port, for labs and tests; asked each time, because an operator may change them.</summary>
    public Func<MediaHosts> PrivateHosts { get; init; } = () => MediaHosts.None;

    /// <summary>Bytes of one item.</summary>
    public int LargestItem { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes of all items of one request.</summary>
    public int LargestTotal { get; init; } = 48 * 1024 * 1024;

    /// <summary>Different addresses in one request.</summary>
    public int MostItems { get; init; } = 16;

    /// <summary>For one item, redirects included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Items fetched at once, for all requests together; further ones wait their turn.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>Finds the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}

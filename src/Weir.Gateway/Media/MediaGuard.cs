using System.Net;
using System.Net.Sockets;

namespace Weir.Gateway.Media;

/// <summary>Decides what may be dialled for a caller: by the URL before, and by the address at the moment it is dialled.</summary>
/// <remarks>The name is resolved once, here, and what was checked is what is connected to: a name that answers differently the second time gains nothing.</remarks>
internal sealed class MediaGuard(MediaOptions options)
{
    /// <summary>One text for refused, unknown and silent hosts: it must not tell which of them a host inside the network is.</summary>
    public const string NotReachable = "is not a public address that answers";

    private static readonly string[] PrivateEndings = [".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp", ".home"];

    /// <summary>Reads an address and refuses what no public content is behind.</summary>
    /// <exception cref="MediaException">It is not fetched.</exception>
    public Uri Check(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || HostOf(url).Length == 0)
        {
            throw new MediaException("is not an http or https address");
        }

        if (url.UserInfo.Length > 0)
        {
            throw new MediaException("has a user name in it; leave it out");
        }

        if (IsPrivateHost(HostOf(url)))
        {
            return url;
        }

        if (!url.IsDefaultPort && url.Port is not (80 or 443))
        {
            throw new MediaException($"names the port {url.Port}; only 80 and 443 are fetched from");
        }

        return IsPrivateName(MediaHosts.Bare(HostOf(url))) || url.Host.Any(IsForeignDigit) ? throw new MediaException(NotReachable) : url;
    }

    /// <summary>Opens a connection to one of the host's addresses, all of which must be public.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellationToken);
        if (addresses.Length == 0 || (!IsPrivateHost(host) && !Array.TrueForAll(addresses, PublicAddress.IsPublic)))
        {
            throw new MediaException(NotReachable);
        }

        var socket = new Socket(addresses[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses[0], context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Empty for a name that has no form in ASCII.
    private static string HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        var addresses = await options.Resolve(MediaHosts.Bare(host), cancellationToken);

        // IPv4 first: a machine without IPv6 is more common than one without IPv4.
        return [.. addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1)];
    }

    private bool IsPrivateHost(string host) => options.PrivateHosts().Contains(host);

    // A name without a dot is looked up in the operator's own search domains.
    private static bool IsPrivateName(string host) =>
        IPAddress.TryParse(host, out var address)
            ? !PublicAddress.IsPublic(address)
            : !host.Contains('.') || Array.Exists(PrivateEndings, ending => host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Resolvers differ in what they make of an address in other digits than ours.
    private static bool IsForeignDigit(char letter) => char.IsDigit(letter) && !char.IsAsciiDigit(letter);
}

using System.Collections.Frozen;

namespace Weir.Gateway.Media;

/// <summary>Hosts that media may be fetched from although they are not public, as the operator names them.</summary>
public sealed class MediaHosts(IEnumerable<string> hosts)
{
    private readonly FrozenSet<string> _hosts = hosts.Select(Bare).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static MediaHosts None { get; } = new([]);

    public bool Contains(string host) => _hosts.Contains(Bare(host));

    /// <summary>A host without the dot at its end and the brackets of an address.</summary>
    internal static string Bare(string host) => host.TrimEnd('.').Trim('[', ']');
}

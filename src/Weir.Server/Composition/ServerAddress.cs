using System.Net;
using Weir.Ledger;

namespace Weir.Server.Composition;

/// <summary>Where the running server of a data folder is reached, noted in the folder for <c>weir login</c>.</summary>
internal static class ServerAddress
{
    private const string Setting = "server_address";

    /// <summary>An address to open on this machine: one that stands for all addresses becomes loopback.</summary>
    public static Uri Reachable(Uri bound)
    {
        var isEverywhere = IPAddress.TryParse(bound.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        return isEverywhere ? new UriBuilder(bound) { Host = "127.0.0.1" }.Uri : bound;
    }

    public static ValueTask NoteAsync(ILedgerStore ledger, Uri address, CancellationToken cancellationToken) =>
        ledger.WriteSettingAsync(Setting, address.AbsoluteUri, cancellationToken);

    /// <summary>Takes back what an earlier server has noted.</summary>
    public static ValueTask ForgetAsync(ILedgerStore ledger, CancellationToken cancellationToken) => ledger.WriteSettingAsync(Setting, "", cancellationToken);

    /// <summary>Null: the server has not bound its addresses yet.</summary>
    public static async ValueTask<Uri?> ReadAsync(ILedgerStore ledger, CancellationToken cancellationToken) =>
        await ledger.ReadSettingAsync(Setting, cancellationToken) is { Length: > 0 } address ? new Uri(address) : null;
}

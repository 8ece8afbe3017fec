using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Server.Auth;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>The users, as the ledger has them, and what they may do.</summary>
internal sealed class OrganizationParts : IDisposable
{
    private OrganizationParts(SqliteLedgerStore ledger, KeyRegistrar registrar, KeyDirectory keys, Governance governance, TimeProvider time)
    {
        Registrar = new OrganizationRegistrar(ledger.Organization, new OrganizationDirectory(), registrar, time);
        Policy = new AccessPolicy(Directory, governance.Directory, keys);
    }

    public OrganizationRegistrar Registrar { get; }
    public OrganizationDirectory Directory => Registrar.Directory;
    public AccessPolicy Policy { get; }

    public static async Task<OrganizationParts> LoadAsync(
        SqliteLedgerStore ledger, KeyRegistrar registrar, KeyDirectory keys, Governance governance, TimeProvider time, CancellationToken cancellationToken)
    {
        var parts = new OrganizationParts(ledger, registrar, keys, governance, time);
        await parts.Registrar.RefreshAsync(cancellationToken);
        return parts;
    }

    /// <inheritdoc/>
    public void Dispose() => Registrar.Dispose();
}

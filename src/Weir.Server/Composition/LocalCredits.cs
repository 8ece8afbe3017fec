using Weir.Ledger.Entries;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Grants credits directly in a data folder; a server that runs on it honours them within a second.</summary>
public static class LocalCredits
{
    /// <returns>The balance afterwards, in US dollars.</returns>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static async Task<string> GrantAsync(string dataFolder, decimal dollars, string? note, CancellationToken cancellationToken)
    {
        DataFolder.Create(dataFolder);
        await using var ledger = SqliteLedgerStore.Open(dataFolder, Durability.Disk);
        using var governance = await Governance.LoadAsync(ledger, TimeProvider.System, cancellationToken);
        _ = await governance.Credits.GrantAsync(Usd.FromDollarsRoundedUp(dollars), "command line", note, cancellationToken);
        return governance.Credits.Account.Balance.ToString();
    }
}

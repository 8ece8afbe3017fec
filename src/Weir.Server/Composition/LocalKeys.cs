using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Makes keys directly in a data folder; a server that runs on it honours them within a second.</summary>
public static class LocalKeys
{
    /// <returns>The key's text, shown this once.</returns>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static async Task<string> CreateAsync(string dataFolder, string name, decimal? limitUsd, bool isManagement, CancellationToken cancellationToken)
    {
        DataFolder.Create(dataFolder);
        await using var ledger = SqliteLedgerStore.Open(dataFolder, Durability.Disk);
        using var registrar = new KeyRegistrar(ledger, new KeyDirectory(), TimeProvider.System);
        var draft = new KeyDraft
        {
            Name = name,
            Kind = isManagement ? KeyKind.Management : KeyKind.Inference,
            Limit = limitUsd is { } limit ? Usd.FromDollarsRoundedUp(limit) : null,
        };
        var (_, text) = await registrar.CreateAsync(draft, cancellationToken);
        return text;
    }
}

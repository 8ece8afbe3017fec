using Weir.Ledger.Reconciliation;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Reconciliation;

/// <summary>Reads what models cost out of a data folder, also beside the server that has it open.</summary>
internal static class LocalCosts
{
    /// <exception cref="IOException">There is no ledger, or it cannot be read.</exception>
    public static IReadOnlyList<DailyCost> Read(string dataFolder, CostQuery query) =>
        SqliteEntryStore.TryReadCosts(dataFolder, query, out var unread)
        ?? throw new IOException(
            unread ?? $"there is no ledger in the data folder '{dataFolder}'. Name the right one with --data, or a running server with --server.");
}

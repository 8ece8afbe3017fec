using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Storage.Tests.Ledger;

/// <summary>A ledger in a folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryLedger(Durability durability = Durability.Disk) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteLedgerStore? _store;

    /// <summary>The ledger, as it was opened last.</summary>
    public SqliteLedgerStore Store => _store ??= SqliteLedgerStore.Open(_folder.Path, durability);

    /// <summary>Closes it and opens it again, as a restart does.</summary>
    /// <param name="longestRead">The budget of reads over everything; null: the usual one.</param>
    public async Task ReopenAsync(TimeSpan? longestRead = null)
    {
        await CloseAsync();
        _store = longestRead is { } budget ? SqliteLedgerStore.Open(_folder.Path, durability, budget) : null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_store is { } open)
        {
            await open.DisposeAsync();
        }
    }
}

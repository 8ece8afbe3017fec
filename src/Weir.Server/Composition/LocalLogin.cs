using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Sessions;
using Weir.Server.Endpoints.Console;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Makes sign-in links directly in a data folder, for the server that runs on it.</summary>
public static class LocalLogin
{
    /// <summary>The address to open; good once, for ten minutes.</summary>
    /// <param name="dataFolder">The folder of a running server.</param>
    /// <param name="next">The page to go on to; null: the first one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">No server runs on the folder, or it cannot be used.</exception>
    public static async Task<Uri> CreateAsync(string dataFolder, string? next, CancellationToken cancellationToken)
    {
        if (!FolderLock.IsTaken(dataFolder))
        {
            throw new IOException($"no server runs on the data folder '{dataFolder}'. Start one with ./weir serve, or name the folder of a running one with --data, or its address with --server.");
        }

        await using var ledger = SqliteLedgerStore.Open(dataFolder, Durability.Disk);
        var server = await ServerAddress.ReadAsync(ledger, cancellationToken)
            ?? throw new IOException($"the server on the data folder '{dataFolder}' is still starting. Run this again in a moment.");
        var link = await new SessionRegistrar(ledger.Sessions, ledger.DefaultWorkspaceId, new KeyDirectory(), new OrganizationDirectory(), TimeProvider.System).CreateLinkAsync(userId: null, cancellationToken);
        return LoginAddress.Of(server, link.Token, next);
    }

    /// <summary>Whether a text can be the page that a link leads to: a path of the server itself.</summary>
    public static bool IsPage(string path) => LoginAddress.IsPage(path);
}

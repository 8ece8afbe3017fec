using System.Security.Cryptography;
using Weir.Ledger.Secrets;
using Weir.Server.Configuration;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>Changes the key that a data folder's stored credentials are encrypted with. The server must not run meanwhile: it would go on with the old one.</summary>
public static class LocalSecrets
{
    /// <returns>How many credentials were encrypted again.</returns>
    /// <exception cref="IOException">A server runs on the folder, or it cannot be used.</exception>
    /// <exception cref="ConfigurationException">A key is missing, or not the right one.</exception>
    public static async Task<int> RotateAsync(string dataFolder, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        DataFolder.Create(dataFolder);
        if (FolderLock.IsTaken(dataFolder))
        {
            throw new IOException($"a server runs on the data folder '{dataFolder}'. Stop it, and run this again.");
        }

        await using var folderLock = FolderLock.Take(dataFolder);
        await using var ledger = SqliteLedgerStore.Open(dataFolder, Durability.Disk);
        var file = new SecretKeyFile(dataFolder, environment);
        using var registrar = await LoadAsync(ledger, file, cancellationToken);
        using var next = file.MakeNext();
        try
        {
            var count = await registrar.SealAgainAsync(next, cancellationToken);
            file.Commit();
            return count;
        }
        catch (CryptographicException damaged)
        {
            throw new IOException($"a stored credential cannot be read ({damaged.Message}). Nothing was changed. Delete it (DELETE /api/v1/byok/{{id}}) and store it again.", damaged);
        }
    }

    internal static async Task<ProviderKeyRegistrar> LoadAsync(SqliteLedgerStore ledger, SecretKeyFile file, CancellationToken cancellationToken)
    {
        var box = file.Load(await ledger.Secrets.ReadKeyIdAsync(cancellationToken));
        var registrar = new ProviderKeyRegistrar(ledger.Secrets, box);
        await registrar.LoadAsync(cancellationToken);
        return registrar;
    }
}

using Weir.Ledger.Secrets;

namespace Weir.Tests.Testing;

/// <summary>Sealed credentials in memory.</summary>
internal sealed class SecretsInMemory : ISecretStore
{
    private readonly Dictionary<Guid, ProviderKeyRow> _rows = [];

    /// <summary>A registrar over a store of its own.</summary>
    public static ProviderKeyRegistrar Registrar() => new(new SecretsInMemory(), new SecretBox(new byte[SecretBox.KeySize]));

    public ValueTask<string?> ReadKeyIdAsync(CancellationToken cancellationToken) => new((string?)null);

    public ValueTask<IReadOnlyList<ProviderKeyRow>> ReadProviderKeysAsync(CancellationToken cancellationToken) =>
        new([.. _rows.Values.OrderBy(row => row.Provider, StringComparer.Ordinal).ThenBy(row => row.SortOrder)]);

    public ValueTask SaveProviderKeysAsync(IReadOnlyList<ProviderKeyRow> rows, string keyId, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            _rows[row.Id] = row;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> DeleteProviderKeyAsync(Guid id, CancellationToken cancellationToken) => new(_rows.Remove(id));
}

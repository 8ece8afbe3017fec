using System.Collections.Immutable;

namespace Weir.Ledger.Secrets;

/// <summary>Keeps provider credentials: sealed in the store, and in memory as they are stored.</summary>
public sealed class ProviderKeyRegistrar(ISecretStore store, SecretBox box) : IDisposable
{
    private const int ShownEnds = 4;
    private const int LeastShown = 16;

    // One change at a time: of two new credentials each gets a place of its own.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ImmutableArray<ProviderKeyRow> _rows = [];

    /// <summary>Every credential, by provider and place.</summary>
    public ImmutableArray<ProviderKeyRow> All => _rows;

    /// <summary>The text of a credential, to be used and forgotten.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was sealed with another key, or was changed.</exception>
    public string Open(ProviderKeyRow row) => box.Open(row.Sealed, OwnerOf(row));

    public async Task LoadAsync(CancellationToken cancellationToken) => _rows = [.. await store.ReadProviderKeysAsync(cancellationToken)];

    /// <summary>Adds a credential, behind those of its provider.</summary>
    /// <param name="draft">With anything as what is sealed, its label and its place.</param>
    /// <param name="secret">The credential.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ProviderKeyRow> AddAsync(ProviderKeyRow draft, string secret, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var place = _rows.Where(known => known.Provider == draft.Provider).Select(known => known.SortOrder + 1).DefaultIfEmpty(0).Max();
            return await SaveAsync(draft with { SortOrder = place }, secret, cancellationToken);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <summary>Changes the credential with an id as it is when its turn comes, so that of two changes at once neither is lost.</summary>
    /// <param name="id">Of the credential.</param>
    /// <param name="change">Makes the new one of what is there; null: nothing is. What it throws is thrown, and nothing is written.</param>
    /// <param name="secret">The new credential itself; null: it stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ProviderKeyRow> ChangeAsync(
        Guid id, Func<ProviderKeyRow?, ProviderKeyRow> change, string? secret, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await SaveAsync(change(_rows.FirstOrDefault(known => known.Id == id)), secret, cancellationToken);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _ = await store.DeleteProviderKeyAsync(id, cancellationToken);
            await LoadAsync(CancellationToken.None);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <summary>Seals every credential with another key, all or none.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">One of them cannot be opened; nothing was changed.</exception>
    public async Task<int> SealAgainAsync(SecretBox next, CancellationToken cancellationToken)
    {
        await store.SaveProviderKeysAsync(
            [.. _rows.Select(row => row with { Sealed = next.Seal(box.Open(row.Sealed, OwnerOf(row)), OwnerOf(row)) })], next.KeyId, cancellationToken);
        return _rows.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Dispose();
        box.Dispose();
    }

    private static string OwnerOf(ProviderKeyRow row) => $"provider key {row.Id}";

    // The ends tell credentials apart; of a short one they would be most of it.
    private static string LabelOf(string secret) => secret.Length < LeastShown ? "..." : $"{secret[..ShownEnds]}...{secret[^ShownEnds..]}";

    private async Task<ProviderKeyRow> SaveAsync(ProviderKeyRow row, string? secret, CancellationToken cancellationToken)
    {
        var saved = secret is null ? row : row with { Sealed = box.Seal(secret, OwnerOf(row)), Label = LabelOf(secret) };
        await store.SaveProviderKeysAsync([saved], box.KeyId, cancellationToken);

        // What is durable is in force, also when its caller has left meanwhile.
        await LoadAsync(CancellationToken.None);
        return saved;
    }
}

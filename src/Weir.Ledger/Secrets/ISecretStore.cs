namespace Weir.Ledger.Secrets;

/// <summary>Persistence of sealed credentials, and of the name of the key that they are sealed with.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface ISecretStore
{
    /// <summary><see cref="SecretBox.KeyId"/> of the key in use; null: nothing was ever sealed.</summary>
    ValueTask<string?> ReadKeyIdAsync(CancellationToken cancellationToken);

    /// <summary>Every credential, by provider and place.</summary>
    ValueTask<IReadOnlyList<ProviderKeyRow>> ReadProviderKeysAsync(CancellationToken cancellationToken);

    /// <summary>Inserts credentials, or replaces those with the same ids, and notes the key they are sealed with: all or nothing.</summary>
    ValueTask SaveProviderKeysAsync(IReadOnlyList<ProviderKeyRow> rows, string keyId, CancellationToken cancellationToken);

    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteProviderKeyAsync(Guid id, CancellationToken cancellationToken);
}

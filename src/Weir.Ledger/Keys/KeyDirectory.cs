using System.Collections.Frozen;

namespace Weir.Ledger.Keys;

/// <summary>All keys in memory, so that letting a request in reads no database.</summary>
/// <remarks>
/// Readers see one immutable snapshot, swapped whole. A key's running spend outlives the swap, so that a request under way
/// adds its charge to the same counter. Bounded by the number of keys in the ledger.
/// </remarks>
public sealed class KeyDirectory
{
    private FrozenDictionary<KeyHash, Caller> _callers = FrozenDictionary<KeyHash, Caller>.Empty;

    /// <summary>Replaces all keys; the running spend of those already known is kept.</summary>
    /// <param name="keys">All there are.</param>
    /// <param name="usage">Charges, by key.</param>
    /// <param name="today">The day that the spend is of.</param>
    /// <param name="byok">What providers billed to the owners of credentials, by key; null: nothing.</param>
    public void Load(
        IReadOnlyCollection<KeyRow> keys, IReadOnlyDictionary<KeyHash, Spend> usage, DateOnly today, IReadOnlyDictionary<KeyHash, Spend>? byok = null)
    {
        var known = _callers;
        Volatile.Write(ref _callers, keys.ToFrozenDictionary(key => key.Hash, key => new Caller(key, UsageOf(key.Hash))));

        SpendState UsageOf(KeyHash hash) => known.TryGetValue(hash, out var caller)
            ? caller.Usage
            : new SpendState(usage.GetValueOrDefault(hash), today, byok?.GetValueOrDefault(hash) ?? default);
    }

    /// <summary>The caller behind a key's text; null when there is no such key or it may not be used now.</summary>
    public Caller? Authenticate(ReadOnlySpan<char> key, DateTimeOffset now)
    {
        // The lookup compares SHA-256 digests: how far a comparison gets says nothing about a key that hashes to it.
        var caller = Find(KeyHash.Of(key));
        return caller is not null && caller.Key.IsActive(now) ? caller : null;
    }

    /// <summary>A key by its hash, active or not; null when there is none.</summary>
    public Caller? Find(KeyHash hash) => Volatile.Read(ref _callers).GetValueOrDefault(hash);

    /// <summary>Every key, in no order.</summary>
    public IReadOnlyCollection<Caller> All => Volatile.Read(ref _callers).Values;
}

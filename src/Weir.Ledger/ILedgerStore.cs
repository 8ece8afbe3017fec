using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Ledger;

/// <summary>Persistence of keys, generations with their charges, and settings.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface ILedgerStore
{
    /// <summary>The workspace that keys belong to when none is named; made at the first start.</summary>
    Guid DefaultWorkspaceId { get; }

    /// <summary>A number that grows with every change of a key, also one made by another process.</summary>
    ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken);

    /// <summary>Spend of every key that has any, as of a day.</summary>
    ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>What providers billed to the owners of credentials, by key, as of a day; every key of <see cref="ReadUsageAsync"/> is in it.</summary>
    ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadByokAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>Inserts a key, or replaces the one with the same hash.</summary>
    ValueTask SaveKeyAsync(KeyRow key, CancellationToken cancellationToken);

    /// <summary>Removes a key and its sessions; its charges and generations stay.</summary>
    ValueTask DeleteKeyAsync(KeyHash hash, CancellationToken cancellationToken);

    /// <summary>Writes a generation with its charge, both or neither. Cannot be cancelled: what was used is recorded.</summary>
    /// <exception cref="IOException">It could not be made durable; nothing was written.</exception>
    ValueTask SettleAsync(GenerationRow generation, DateOnly admittedOn);

    /// <summary>A generation of a workspace, or of any when none is named; null when there is none.</summary>
    ValueTask<GenerationRow?> FindGenerationAsync(GenerationId id, Guid? workspaceId, CancellationToken cancellationToken);

    /// <summary>The newest generations, at most <paramref name="limit"/>, newest first.</summary>
    ValueTask<IReadOnlyList<GenerationRow>> ReadLatestGenerationsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>A setting of the installation; null when it was never written.</summary>
    ValueTask<string?> ReadSettingAsync(string name, CancellationToken cancellationToken);

    ValueTask WriteSettingAsync(string name, string value, CancellationToken cancellationToken);
}

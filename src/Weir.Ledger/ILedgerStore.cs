using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Ledger.Sessions;
using Weir.Protocol.Primitives;

namespace Weir.Ledger;

/// <summary>Persistence of keys, entries, generations and sessions.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface ILedgerStore
{
    /// <summary>The workspace that keys belong to when none is named; made at the first start.</summary>
    Guid DefaultWorkspaceId { get; }

    /// <summary>A number that grows with every change of a key, also one made by another process.</summary>
    ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken);

    ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken);

    /// <summary>Spend of every key that has any, as of a day.</summary>
    ValueTask<IReadOnlyDictionary<KeyHash, KeyUsage>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>Spend of every workspace that has any, as of a day.</summary>
    ValueTask<IReadOnlyDictionary<Guid, KeyUsage>> ReadWorkspaceUsageAsync(DateOnly today, CancellationToken cancellationToken);

    /// <summary>Grants and refunds, in sums.</summary>
    ValueTask<Credits> ReadCreditsAsync(CancellationToken cancellationToken);

    /// <summary>The sum of all charges, as a number above zero.</summary>
    ValueTask<Usd> ReadChargedAsync(CancellationToken cancellationToken);

    /// <summary>Adds a grant, or a refund of a generation's charge.</summary>
    /// <returns>It, with its number.</returns>
    /// <exception cref="IOException">It could not be made durable, or that charge has been given back before; nothing was written.</exception>
    ValueTask<EntryRow> AddEntryAsync(EntryRow entry, CancellationToken cancellationToken);

    /// <summary>The newest entries, at most <paramref name="limit"/>, newest first.</summary>
    ValueTask<IReadOnlyList<EntryRow>> ReadLatestEntriesAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The ledger's money, added up from every place it is kept in. Reads everything: not for the path of a request.</summary>
    ValueTask<LedgerSums> ReadSumsAsync(CancellationToken cancellationToken);

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

    /// <summary>The sessions that have not expired, at most <see cref="SessionDirectory.Capacity"/>, the newest.</summary>
    ValueTask<IReadOnlyList<SessionRow>> ReadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds a session. Those that have expired by its beginning go, and the oldest past <see cref="SessionDirectory.Capacity"/>.</summary>
    ValueTask SaveSessionAsync(SessionRow session, CancellationToken cancellationToken);

    ValueTask DeleteSessionAsync(KeyHash hash, CancellationToken cancellationToken);

    /// <summary>Adds a sign-in link. Those that have expired go, and the oldest past <see cref="LoginLinkRow.Capacity"/>.</summary>
    ValueTask SaveLoginLinkAsync(LoginLinkRow link, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Uses a link up and adds the session it opens, both or neither. Of several at once with the same link, one gets it.</summary>
    /// <returns>False when there is no such link, or it had expired when the session began.</returns>
    ValueTask<bool> RedeemLoginLinkAsync(KeyHash link, SessionRow session, CancellationToken cancellationToken);
}

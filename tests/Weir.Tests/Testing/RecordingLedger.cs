using System.Collections.Concurrent;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Tests.Testing;

/// <summary>A ledger that remembers the generations it was given, and is asked for nothing else.</summary>
internal sealed class RecordingLedger : ILedgerStore
{
    public ConcurrentQueue<GenerationRow> Generations { get; } = new();

    public Guid DefaultWorkspaceId => GatewaySamples.Workspace;

    public ValueTask SettleAsync(GenerationRow generation, DateOnly admittedOn)
    {
        Generations.Enqueue(generation);
        return ValueTask.CompletedTask;
    }

    public ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadByokAsync(DateOnly today, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask SaveKeyAsync(KeyRow key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteKeyAsync(KeyHash hash, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<GenerationRow?> FindGenerationAsync(GenerationId id, Guid? workspaceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<GenerationRow>> ReadLatestGenerationsAsync(int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<string?> ReadSettingAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask WriteSettingAsync(string name, string value, CancellationToken cancellationToken) => throw new NotSupportedException();
}

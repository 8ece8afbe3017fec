namespace Weir.OpenRouter;

/// <summary>Keys that a guardrail is to watch. A key that another one watched changes over.</summary>
public sealed record BulkAssignKeysRequest : WireRecord
{
    /// <summary>Hashes of the keys, one or more: their <see cref="ApiKey.Hash"/>.</summary>
    public required IReadOnlyList<string> KeyHashes { get; init; }
}

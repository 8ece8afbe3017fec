namespace Weir.OpenRouter;

/// <summary>Keys that a guardrail is to watch no longer.</summary>
public sealed record BulkUnassignKeysRequest : WireRecord
{
    /// <summary>Hashes of the keys, one or more: their <see cref="ApiKey.Hash"/>.</summary>
    public required IReadOnlyList<string> KeyHashes { get; init; }
}

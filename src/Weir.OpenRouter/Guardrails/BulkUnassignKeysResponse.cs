namespace Weir.OpenRouter;

/// <summary>How many keys a guardrail watches fewer than before.</summary>
public sealed record BulkUnassignKeysResponse : WireRecord
{
    /// <summary>Keys that were taken away.</summary>
    public long? UnassignedCount { get; init; }
}

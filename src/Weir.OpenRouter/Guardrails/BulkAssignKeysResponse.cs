namespace Weir.OpenRouter;

/// <summary>How many keys a guardrail watches more than before.</summary>
public sealed record BulkAssignKeysResponse : WireRecord
{
    /// <summary>Keys that were assigned.</summary>
    public long? AssignedCount { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>How many members a guardrail watches fewer than before.</summary>
public sealed record BulkUnassignMembersResponse : WireRecord
{
    /// <summary>Members who were taken away.</summary>
    public long? UnassignedCount { get; init; }
}

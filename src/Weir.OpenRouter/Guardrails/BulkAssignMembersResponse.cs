namespace Weir.OpenRouter;

/// <summary>How many members a guardrail watches more than before.</summary>
public sealed record BulkAssignMembersResponse : WireRecord
{
    /// <summary>Members who were assigned.</summary>
    public long? AssignedCount { get; init; }
}

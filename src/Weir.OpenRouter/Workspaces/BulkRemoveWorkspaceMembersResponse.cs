namespace Weir.OpenRouter;

/// <summary>How many members have left a workspace.</summary>
public sealed record BulkRemoveWorkspaceMembersResponse : WireRecord
{
    /// <summary>Members who were taken out.</summary>
    public long? RemovedCount { get; init; }
}

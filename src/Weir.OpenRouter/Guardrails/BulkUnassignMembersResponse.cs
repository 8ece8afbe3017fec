namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: bulk unassign members response.</summary>
public sealed record BulkUnassignMembersResponse : WireRecord
{
    public long? UnassignedCount { get; init; }
}

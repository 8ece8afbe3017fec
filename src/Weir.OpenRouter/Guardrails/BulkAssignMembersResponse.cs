namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: bulk assign members response.</summary>
public sealed record BulkAssignMembersResponse : WireRecord
{
    public long? AssignedCount { get; init; }
}

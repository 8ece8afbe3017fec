namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: bulk assign keys response.</summary>
public sealed record BulkAssignKeysResponse : WireRecord
{
    public long? AssignedCount { get; init; }
}

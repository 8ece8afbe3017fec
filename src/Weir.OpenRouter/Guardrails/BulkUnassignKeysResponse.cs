namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: bulk unassign keys response.</summary>
public sealed record BulkUnassignKeysResponse : WireRecord
{
    public long? UnassignedCount { get; init; }
}

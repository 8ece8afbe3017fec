namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> sends: bulk unassign keys request.</summary>
public sealed record BulkUnassignKeysRequest : WireRecord
{
    public required IReadOnlyList<string> KeyHashes { get; init; }
}

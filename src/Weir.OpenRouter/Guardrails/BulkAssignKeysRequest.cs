namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> sends: bulk assign keys request.</summary>
public sealed record BulkAssignKeysRequest : WireRecord
{
    public required IReadOnlyList<string> KeyHashes { get; init; }
}

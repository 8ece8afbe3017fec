namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: list key assignments response.</summary>
public sealed record ListKeyAssignmentsResponse : WireRecord
{
    public IReadOnlyList<KeyAssignment>? Data { get; init; }

    public long? TotalCount { get; init; }
}

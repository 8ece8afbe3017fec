namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: list guardrails response.</summary>
public sealed record ListGuardrailsResponse : WireRecord
{
    public IReadOnlyList<Guardrail>? Data { get; init; }

    public long? TotalCount { get; init; }
}

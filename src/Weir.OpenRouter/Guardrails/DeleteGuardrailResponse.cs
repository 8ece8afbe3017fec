namespace Weir.OpenRouter;

/// <summary>What <c>GuardrailsClient</c> gets: delete guardrail response.</summary>
public sealed record DeleteGuardrailResponse : WireRecord
{
    public bool? Deleted { get; init; }
}

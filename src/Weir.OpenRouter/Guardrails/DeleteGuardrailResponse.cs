namespace Weir.OpenRouter;

/// <summary>Says that a guardrail is deleted.</summary>
public sealed record DeleteGuardrailResponse : WireRecord
{
    /// <summary>True; a failure is an <see cref="OpenRouterException"/>.</summary>
    public bool? Deleted { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>A page of guardrails.</summary>
public sealed record ListGuardrailsResponse : WireRecord
{
    /// <summary>The guardrails of this page.</summary>
    public IReadOnlyList<Guardrail>? Data { get; init; }

    /// <summary>How many guardrails there are on all pages.</summary>
    public long? TotalCount { get; init; }
}

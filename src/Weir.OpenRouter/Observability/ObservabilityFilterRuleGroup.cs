namespace Weir.OpenRouter;

/// <summary>Observability filter rule group, as <c>ObservabilityClient</c> sends it.</summary>
public sealed record ObservabilityFilterRuleGroup : WireRecord
{
    /// <summary>One of <c>and</c>, <c>or</c>.</summary>
    public string? Logic { get; init; }

    public required IReadOnlyList<ObservabilityFilterRuleGroupRule> Rules { get; init; }
}

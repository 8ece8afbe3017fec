namespace Weir.OpenRouter;

/// <summary>Observability filter rules config nullable, as <c>ObservabilityClient</c> sends it.</summary>
public sealed record ObservabilityFilterRulesConfigNullable : WireRecord
{
    public bool? Enabled { get; init; }

    public required IReadOnlyList<ObservabilityFilterRuleGroup> Groups { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>Which calls are sent to a destination.</summary>
public sealed record ObservabilityFilterRulesConfigNullable : WireRecord
{
    /// <summary>False sends all calls, whatever the groups say. Default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The conditions.</summary>
    public required IReadOnlyList<ObservabilityFilterRuleGroup> Groups { get; init; }
}

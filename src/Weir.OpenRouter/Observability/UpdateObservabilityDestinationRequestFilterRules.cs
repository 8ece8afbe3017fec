namespace Weir.OpenRouter;

/// <summary>Which calls are sent to a destination from now on.</summary>
public sealed record UpdateObservabilityDestinationRequestFilterRules : WireRecord
{
    /// <summary>False sends all calls, whatever the groups say. Default true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The conditions, in place of those before.</summary>
    public required IReadOnlyList<ObservabilityFilterRuleGroup> Groups { get; init; }
}

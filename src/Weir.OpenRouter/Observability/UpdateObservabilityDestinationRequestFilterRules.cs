namespace Weir.OpenRouter;

/// <summary>Update observability destination request filter rules, as <c>ObservabilityClient</c> sends it.</summary>
public sealed record UpdateObservabilityDestinationRequestFilterRules : WireRecord
{
    public bool? Enabled { get; init; }

    public required IReadOnlyList<ObservabilityFilterRuleGroup> Groups { get; init; }
}

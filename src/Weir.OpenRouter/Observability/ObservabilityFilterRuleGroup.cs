namespace Weir.OpenRouter;

/// <summary>Conditions on a call that belong together.</summary>
public sealed record ObservabilityFilterRuleGroup : WireRecord
{
    /// <summary>Whether all of its rules have to hold or one of them. One of <c>and</c>, <c>or</c>. Default <c>and</c>.</summary>
    public string? Logic { get; init; }

    /// <summary>The single conditions.</summary>
    public required IReadOnlyList<ObservabilityFilterRuleGroupRule> Rules { get; init; }
}

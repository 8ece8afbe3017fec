using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Observability filter rule group rule, as <c>ObservabilityClient</c> sends it.</summary>
public sealed record ObservabilityFilterRuleGroupRule : WireRecord
{
    public required string Field { get; init; }

    public required string Operator { get; init; }

    public JsonElement? Value { get; init; }
}

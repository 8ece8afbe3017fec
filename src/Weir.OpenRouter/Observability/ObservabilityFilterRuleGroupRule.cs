using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>One condition on a call.</summary>
public sealed record ObservabilityFilterRuleGroupRule : WireRecord
{
    /// <summary>What to look at: such as <c>model</c>, <c>provider</c>, <c>user_id</c>, <c>input</c>, <c>total_cost</c> (USD) or <c>total_tokens</c>.</summary>
    public required string Field { get; init; }

    /// <summary>How to compare: such as <c>equals</c>, <c>contains</c>, <c>regex</c>, <c>starts_with</c>, <c>gt</c>, <c>lte</c> or <c>exists</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>What to compare with, a text or a number; null for <c>exists</c> and <c>not_exists</c>.</summary>
    public JsonElement? Value { get; init; }
}

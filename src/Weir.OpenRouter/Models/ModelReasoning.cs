using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>How the reasoning of a model can be steered.</summary>
public sealed record ModelReasoning : WireRecord
{
    /// <summary>How hard it thinks unless the request says: one of the efforts as text, such as <c>medium</c>; null if it names none.</summary>
    public JsonElement? DefaultEffort { get; init; }

    /// <summary>True when it reasons unless the request says not to.</summary>
    public bool? DefaultEnabled { get; init; }

    /// <summary>True when its reasoning cannot be switched off: the effort <c>none</c> is refused with 400.</summary>
    public bool? Mandatory { get; init; }

    /// <summary>
    /// The efforts it takes, highest first, of <c>max</c>, <c>xhigh</c>, <c>high</c>, <c>medium</c>, <c>low</c>, <c>minimal</c>, <c>none</c>; null takes all
    /// of them.
    /// </summary>
    public IReadOnlyList<string>? SupportedEfforts { get; init; }

    /// <summary>True when it takes a number of tokens, <c>reasoning.max_tokens</c>, too; null means no.</summary>
    public bool? SupportsMaxTokens { get; init; }
}

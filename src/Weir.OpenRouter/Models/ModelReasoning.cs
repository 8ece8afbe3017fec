using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Model reasoning, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelReasoning : WireRecord
{
    public JsonElement? DefaultEffort { get; init; }

    public bool? DefaultEnabled { get; init; }

    public bool? Mandatory { get; init; }

    public IReadOnlyList<string>? SupportedEfforts { get; init; }

    public bool? SupportsMaxTokens { get; init; }
}

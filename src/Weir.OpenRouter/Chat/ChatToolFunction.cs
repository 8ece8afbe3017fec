using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A function that the model may call.</summary>
public sealed record ChatToolFunction : WireRecord
{
    /// <summary>What the model calls it by: letters, digits, <c>_</c> and <c>-</c>, 64 at most.</summary>
    public required string Name { get; init; }
    /// <summary>When to call it and what for, for the model; null tells it nothing beside the name.</summary>
    public string? Description { get; init; }

    /// <summary>JSON schema of its arguments.</summary>
    public JsonElement? Parameters { get; init; }

    /// <summary>True makes the model keep to <see cref="Parameters"/> where the provider can; null leaves it to the provider.</summary>
    public bool? Strict { get; init; }
}

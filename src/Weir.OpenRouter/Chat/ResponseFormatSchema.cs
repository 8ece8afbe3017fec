using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The JSON schema that an answer has to follow.</summary>
public sealed record ResponseFormatSchema : WireRecord
{
    /// <summary>What the model is told that it is: letters, digits, <c>_</c> and <c>-</c>, 64 at most.</summary>
    public required string Name { get; init; }
    /// <summary>What the answer is for, for the model; null tells it nothing beside the name.</summary>
    public string? Description { get; init; }
    /// <summary>The JSON schema itself.</summary>
    public JsonElement? Schema { get; init; }
    /// <summary>True makes the model keep to it exactly where the provider can; null leaves it to the provider.</summary>
    public bool? Strict { get; init; }
}

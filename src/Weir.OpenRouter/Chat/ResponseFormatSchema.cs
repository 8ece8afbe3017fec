using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>The JSON schema that an answer has to follow.</summary>
public sealed record ResponseFormatSchema : WireRecord
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public JsonElement? Schema { get; init; }
    public bool? Strict { get; init; }
}

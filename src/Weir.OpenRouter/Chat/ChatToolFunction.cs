using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A function that the model may call.</summary>
public sealed record ChatToolFunction : WireRecord
{
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>JSON schema of its arguments.</summary>
    public JsonElement? Parameters { get; init; }

    public bool? Strict { get; init; }
}

using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A part of a message of a response.</summary>
public sealed record ResponseContent : WireRecord
{
    /// <summary><c>output_text</c> or <c>refusal</c>.</summary>
    public string? Type { get; init; }
    public string? Text { get; init; }
    public string? Refusal { get; init; }
    public IReadOnlyList<JsonElement>? Annotations { get; init; }
}

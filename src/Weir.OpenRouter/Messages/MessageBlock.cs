using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A block of an answer: a text, a thought, a call of a tool.</summary>
public sealed record MessageBlock : WireRecord
{
    /// <summary><c>text</c>, <c>thinking</c>, <c>tool_use</c> …</summary>
    public string? Type { get; init; }
    public string? Text { get; init; }
    public string? Thinking { get; init; }
    public string? Signature { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public JsonElement? Input { get; init; }
}

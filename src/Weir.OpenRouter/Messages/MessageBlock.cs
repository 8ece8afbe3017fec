using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A block of an answer: a text, a thought, a call of a tool.</summary>
public sealed record MessageBlock : WireRecord
{
    /// <summary><c>text</c>, <c>thinking</c>, <c>tool_use</c> …</summary>
    public string? Type { get; init; }
    /// <summary>Of a <c>text</c> block.</summary>
    public string? Text { get; init; }
    /// <summary>Of a <c>thinking</c> block: what the model thought.</summary>
    public string? Thinking { get; init; }
    /// <summary>Of a <c>thinking</c> block: send it back as it is, so that the model can go on from there; empty where the provider has none.</summary>
    public string? Signature { get; init; }
    /// <summary>Of a call: what its result has to name.</summary>
    public string? Id { get; init; }
    /// <summary>Of a call: the tool.</summary>
    public string? Name { get; init; }
    /// <summary>Of a call: its arguments, an object.</summary>
    public JsonElement? Input { get; init; }
}

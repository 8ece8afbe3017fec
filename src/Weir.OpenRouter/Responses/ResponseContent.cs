using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A part of a message of a response.</summary>
public sealed record ResponseContent : WireRecord
{
    /// <summary><c>output_text</c> or <c>refusal</c>.</summary>
    public string? Type { get; init; }
    /// <summary>Of <c>output_text</c>: what the model said.</summary>
    public string? Text { get; init; }
    /// <summary>Of <c>refusal</c>: why it would not.</summary>
    public string? Refusal { get; init; }
    /// <summary>Of <c>output_text</c>: links and quotations, such as <c>url_citation</c> with <c>start_index</c> and <c>end_index</c> in the text.</summary>
    public IReadOnlyList<JsonElement>? Annotations { get; init; }
}

using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Prompt and answer of a generation, where they were kept.</summary>
public sealed record GenerationContentData : WireRecord
{
    /// <summary>Why it failed; null if it did not.</summary>
    public GenerationContentError? Error { get; init; }

    /// <summary>An object with <c>prompt</c> or with <c>messages</c>, as it was asked.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>What the model answered.</summary>
    public GenerationContentDataOutput? Output { get; init; }
}

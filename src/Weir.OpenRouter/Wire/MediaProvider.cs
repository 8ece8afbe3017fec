using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What a request for speech, a transcription or a video may say to its provider.</summary>
public sealed record MediaProvider : WireRecord
{
    /// <summary>
    /// Members for one provider each, by its slug (<c>openai</c>, <c>azure</c>, …). Only those of the provider that answers are sent to it, as they are.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }
}

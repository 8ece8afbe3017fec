using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Generation content data, as <c>GenerationsClient</c> gets it.</summary>
public sealed record GenerationContentData : WireRecord
{
    public GenerationContentError? Error { get; init; }

    public JsonElement? Input { get; init; }

    public GenerationContentDataOutput? Output { get; init; }
}

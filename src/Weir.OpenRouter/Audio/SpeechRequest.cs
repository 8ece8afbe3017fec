using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>A text to be spoken. <c>POST /audio/speech</c>.</summary>
public sealed record SpeechRequest : WireRecord
{
    /// <summary>The text. It is priced by the character.</summary>
    public required string Input { get; init; }

    /// <summary>
    /// A voice to imitate: one <c>input_audio</c> part (20 MiB of base64 at most), if you like with a <c>text</c> part that says what it says. Only for
    /// endpoints with <see cref="EndpointInfo.SupportsVoiceCloning"/>.
    /// </summary>
    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    /// <summary>Slug of a model that speaks, <c>author/slug</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Options for single providers; null sends none.</summary>
    public MediaProvider? Provider { get; init; }

    /// <summary>One of <c>mp3</c>, <c>pcm</c>. Default <c>pcm</c>.</summary>
    public string? ResponseFormat { get; init; }

    /// <summary>How fast to speak, 1 being normal; models that cannot change it ignore it.</summary>
    public decimal? Speed { get; init; }

    /// <summary>A voice of the model, see <see cref="ModelInfo.SupportedVoices"/>; null only works where the provider has a default one.</summary>
    public string? Voice { get; init; }
}

using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>AudioClient</c> sends: speech request.</summary>
public sealed record SpeechRequest : WireRecord
{
    public required string Input { get; init; }

    public IReadOnlyList<JsonElement>? InputReferences { get; init; }

    public required string Model { get; init; }

    public MediaProvider? Provider { get; init; }

    /// <summary>One of <c>mp3</c>, <c>pcm</c>.</summary>
    public string? ResponseFormat { get; init; }

    public decimal? Speed { get; init; }

    public string? Voice { get; init; }
}

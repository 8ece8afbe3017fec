namespace Weir.OpenRouter;

/// <summary>What <c>EmbeddingsClient</c> sends: embeddings request.</summary>
public sealed record EmbeddingsRequest : WireRecord
{
    public long? Dimensions { get; init; }

    public required IReadOnlyList<string> Input { get; init; }

    public string? InputType { get; init; }

    public required string Model { get; init; }

    public ProviderPreferences? Provider { get; init; }

    public string? User { get; init; }
}

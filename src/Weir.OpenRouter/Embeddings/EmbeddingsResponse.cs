namespace Weir.OpenRouter;

/// <summary>The vectors of texts.</summary>
public sealed record EmbeddingsResponse : WireRecord
{
    /// <summary>The vectors; <see cref="EmbeddingData.Index"/> says whose they are.</summary>
    public IReadOnlyList<EmbeddingData>? Data { get; init; }

    /// <summary>Id of the call; null if the provider gave none.</summary>
    public string? Id { get; init; }

    /// <summary>Slug of the model that made them.</summary>
    public string? Model { get; init; }

    /// <summary>Always <c>list</c>.</summary>
    public string? Object { get; init; }

    /// <summary>What it used and cost; null if the provider did not say.</summary>
    public EmbeddingsResponseUsage? Usage { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>Texts in order of how well they answer a question.</summary>
public sealed record RerankResponse : WireRecord
{
    /// <summary>Id of the generation; null if there is none.</summary>
    public string? Id { get; init; }

    /// <summary>Slug of the model that put them in order.</summary>
    public string? Model { get; init; }

    /// <summary>Display name of the provider that served.</summary>
    public string? Provider { get; init; }

    /// <summary>The best first.</summary>
    public IReadOnlyList<RerankResponseResult>? Results { get; init; }

    /// <summary>What it used and cost; null if the provider did not say.</summary>
    public RerankResponseUsage? Usage { get; init; }
}

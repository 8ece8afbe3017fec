namespace Weir.OpenRouter;

/// <summary>Model info, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelInfo : WireRecord
{
    public ModelAliasTarget? AliasTarget { get; init; }

    public ModelArchitecture? Architecture { get; init; }

    public ModelBenchmarks? Benchmarks { get; init; }

    public string? CanonicalSlug { get; init; }

    public long? ContextLength { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? Created { get; init; }

    public DefaultParameters? DefaultParameters { get; init; }

    public string? Description { get; init; }

    public string? ExpirationDate { get; init; }

    public string? HuggingFaceId { get; init; }

    public string? Id { get; init; }

    public string? KnowledgeCutoff { get; init; }

    public ModelLinks? Links { get; init; }

    public string? Name { get; init; }

    public PerRequestLimits? PerRequestLimits { get; init; }

    public EndpointPricing? Pricing { get; init; }

    public ModelReasoning? Reasoning { get; init; }

    public IReadOnlyList<string>? SupportedParameters { get; init; }

    public IReadOnlyList<string>? SupportedVoices { get; init; }

    public TopProviderInfo? TopProvider { get; init; }
}

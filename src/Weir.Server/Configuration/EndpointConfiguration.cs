using System.Collections.Frozen;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;

namespace Weir.Server.Configuration;

/// <summary>A model at a provider as the configuration describes it.</summary>
public sealed record EndpointConfiguration
{
    public required string Provider { get; init; }
    public required string UpstreamModel { get; init; }
    public Price Price { get; init; } = Price.Free;

    /// <summary>Whether a price was given; without one the endpoint is free, and a diagnosis says so.</summary>
    public bool HasPrice { get; init; }

    /// <summary>Its name in preferences; null: the provider's slug, with the service tier where there is one.</summary>
    public string? Tag { get; init; }

    /// <summary>One of <see cref="CatalogVocabulary.ServiceTiers"/>; null: the ordinary one.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>Tokens; null: the model's.</summary>
    public int? ContextLength { get; init; }

    public int? MaxCompletionTokens { get; init; }
    public int? MaxPromptTokens { get; init; }
    public string? Quantization { get; init; }
    public FrozenSet<string>? SupportedParameters { get; init; }
    public bool IsModerated { get; init; }
    public bool SupportsImplicitCaching { get; init; }
    public bool SupportsVoiceCloning { get; init; }

    /// <summary>Whether it goes on from the beginning of an answer; null: what is known of the model.</summary>
    public bool? Prefill { get; init; }

    /// <summary>Share of the tasks of a benchmark that were solved with this endpoint, 0 to 1; null: not measured.</summary>
    public double? BenchmarkAccuracy { get; init; }

    /// <summary>Of <see cref="Weir.Gateway.Catalog.DataRegion.All"/>; null: where the provider's datacenters are.</summary>
    public string? DataRegion { get; init; }

    public ImageAbility? Image { get; init; }
}

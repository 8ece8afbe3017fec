using System.Collections.Frozen;
using Weir.Gateway.Byok;
using Weir.Ledger.Pricing;

namespace Weir.Gateway.Catalog;

/// <summary>A model at a provider: what it is called there, what it costs and what it can do.</summary>
public sealed record EndpointEntry
{
    public required ProviderEntry Provider { get; init; }

    /// <summary>The model's name at the provider.</summary>
    public required string UpstreamModel { get; init; }

    public required Price Price { get; init; }

    /// <summary>The credential of somebody's own that it is asked with; null: the server's. Never in a catalogue, only in the plan of a request.</summary>
    public OwnCredential? Credential { get; init; }

    /// <summary>Tokens.</summary>
    public required int ContextLength { get; init; }

    /// <summary>Tokens; null when the provider has no bound of its own.</summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>Tokens; null when the context is the only bound.</summary>
    public int? MaxPromptTokens { get; init; }

    public string? Quantization { get; init; }

    /// <summary>Whether the provider refuses content by its own rules before the model sees it.</summary>
    public bool IsModerated { get; init; }

    /// <summary>Whether the provider caches prompts without being asked.</summary>
    public bool SupportsImplicitCaching { get; init; }

    /// <summary>Whether a voice can be made of a sample of somebody speaking.</summary>
    public bool SupportsVoiceCloning { get; init; }

    /// <summary>Whether it goes on from the beginning of an answer that it is handed as its own last message.</summary>
    /// <remarks>What the dialect knows of the model, unless the operator says.</remarks>
    public bool TakesPrefill => Prefill ?? Provider.Dialect.TakesPrefill(UpstreamModel);

    /// <summary>What the operator says about <see cref="TakesPrefill"/>; null: nothing.</summary>
    public bool? Prefill { get; init; }

    /// <summary>Null: it makes no images, or nothing is said about what can be asked.</summary>
    public ImageAbility? Image { get; init; }

    /// <summary>Request parameters the endpoint takes; null: everything the dialect can say.</summary>
    public FrozenSet<string>? SupportedParameters { get; init; }

    /// <summary>The endpoint's name in preferences and lists: <c>provider-slug[/variant, region or tier]</c>; the provider's slug alone when nothing is said.</summary>
    public string Tag
    {
        get => field ?? Provider.Slug;
        init;
    }

    /// <summary><c>flex</c>, <c>priority</c> or another tier that a request must ask for; null: the ordinary one.</summary>
    public string? ServiceTier { get; init; }
}

namespace Weir.OpenRouter;

/// <summary>A model: what it can, what it costs, how to call it.</summary>
public sealed record ModelInfo : WireRecord
{
    /// <summary>What it stands for, if it is an alias such as <c>~author/family-latest</c>; null otherwise.</summary>
    public ModelAliasTarget? AliasTarget { get; init; }

    /// <summary>What it reads and writes.</summary>
    public ModelArchitecture? Architecture { get; init; }

    /// <summary>How it does in benchmarks; null if there are no results.</summary>
    public ModelBenchmarks? Benchmarks { get; init; }

    /// <summary>Permanent slug of this version, mostly with its date; it can be called by it too.</summary>
    public string? CanonicalSlug { get; init; }

    /// <summary>Most tokens of prompt and completion together; null if unknown.</summary>
    public long? ContextLength { get; init; }

    /// <summary>When it was added, in seconds since 1970.</summary>
    public long? Created { get; init; }

    /// <summary>Parameters that its author advises; null if there is no advice.</summary>
    public DefaultParameters? DefaultParameters { get; init; }

    /// <summary>What it is good for, in its author's words, often as markdown.</summary>
    public string? Description { get; init; }

    /// <summary>UTC date after which it may vanish, <c>yyyy-MM-dd</c>; null if none is set.</summary>
    public string? ExpirationDate { get; init; }

    /// <summary>Its name at Hugging Face, <c>author/name</c>; null if it is not there.</summary>
    public string? HuggingFaceId { get; init; }

    /// <summary>Slug to call it by, <c>author/slug</c>, perhaps with a variant: <c>author/slug:free</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Date until which it knows the world, <c>yyyy-MM-dd</c>; null if unknown.</summary>
    public string? KnowledgeCutoff { get; init; }

    /// <summary>Where to learn more of it.</summary>
    public ModelLinks? Links { get; init; }

    /// <summary>Display name of the model.</summary>
    public string? Name { get; init; }

    /// <summary>Most tokens of one call; null if there is no limit beside <see cref="ContextLength"/>.</summary>
    public PerRequestLimits? PerRequestLimits { get; init; }

    /// <summary>What it costs, USD for one unit.</summary>
    public EndpointPricing? Pricing { get; init; }

    /// <summary>How its reasoning can be steered; null for models that do not reason, and for routers.</summary>
    public ModelReasoning? Reasoning { get; init; }

    /// <summary>Wire names of the request parameters that at least one of its endpoints obeys, such as <c>temperature</c> or <c>tools</c>.</summary>
    public IReadOnlyList<string>? SupportedParameters { get; init; }

    /// <summary>Voices for <see cref="SpeechRequest.Voice"/>; null if it does not speak.</summary>
    public IReadOnlyList<string>? SupportedVoices { get; init; }

    /// <summary>Limits at its top provider, the one that the server puts first.</summary>
    public TopProviderInfo? TopProvider { get; init; }
}

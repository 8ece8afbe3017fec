namespace Weir.OpenRouter;

/// <summary>A provider: who it is and where it works.</summary>
public sealed record ProviderInfo : WireRecord
{
    /// <summary>Countries where it computes, ISO 3166-1 of two letters, such as <c>US</c>; null if it does not say.</summary>
    public IReadOnlyList<string>? Datacenters { get; init; }

    /// <summary>Country of its seat, ISO 3166-1 of two letters; null if it does not say.</summary>
    public string? Headquarters { get; init; }

    /// <summary>Display name of the provider, such as <c>OpenAI</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Page of what it does with data; null if there is none.</summary>
    public string? PrivacyPolicyUrl { get; init; }

    /// <summary>What requests name it by, such as <c>openai</c>.</summary>
    public string? Slug { get; init; }

    /// <summary>Page of its outages; null if there is none.</summary>
    public string? StatusPageUrl { get; init; }

    /// <summary>Page of its terms; null if there is none.</summary>
    public string? TermsOfServiceUrl { get; init; }
}

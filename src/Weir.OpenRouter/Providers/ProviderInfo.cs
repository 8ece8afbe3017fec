namespace Weir.OpenRouter;

/// <summary>Provider info, as <c>ProvidersClient</c> gets it.</summary>
public sealed record ProviderInfo : WireRecord
{
    public IReadOnlyList<string>? Datacenters { get; init; }

    public string? Headquarters { get; init; }

    public string? Name { get; init; }

    public string? PrivacyPolicyUrl { get; init; }

    public string? Slug { get; init; }

    public string? StatusPageUrl { get; init; }

    public string? TermsOfServiceUrl { get; init; }
}

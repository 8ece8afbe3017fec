namespace Weir.OpenInference;

/// <summary>Attribute names for what OpenRouter-compatible replies say and OpenInference has no name for.</summary>
public static class OpenRouterAttributes
{
    /// <summary>Upstream provider that answered, as the reply names it.</summary>
    public const string ProviderName = "openrouter.provider_name";
}

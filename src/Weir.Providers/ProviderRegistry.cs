using System.Collections.Frozen;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Bedrock;
using Weir.Providers.AzureOpenAi;
using Weir.Providers.Cohere;
using Weir.Providers.Gemini;
using Weir.Providers.Ollama;
using Weir.Providers.OpenAiCompatible;
using Weir.Providers.OpenAiResponses;

namespace Weir.Providers;

/// <summary>The upstream dialects there are, by the name that configuration uses.</summary>
public static class ProviderRegistry
{
    private static readonly FrozenDictionary<string, IProvider> Dialects = new IProvider[]
    {
        new OpenAiCompatibleProvider(),
        new AnthropicProvider(),
        new GeminiProvider(),
        new OllamaProvider(),
        new CohereProvider(),
        new BedrockProvider(),
        new AzureOpenAiProvider(),
        new OpenAiResponsesProvider(),
    }.ToFrozenDictionary(provider => provider.Dialect, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Dialects.Keys;

    /// <summary>A dialect by name; null when there is none.</summary>
    public static IProvider? Find(string dialect) => Dialects.GetValueOrDefault(dialect);

    /// <summary>A dialect as one provider speaks it; null when there is none.</summary>
    /// <param name="dialect">Its name.</param>
    /// <param name="slug">The provider's.</param>
    /// <param name="address">Where the provider is reached.</param>
    public static IProvider? Find(string dialect, string slug, Uri address) =>
        Find(dialect) is OpenAiCompatibleProvider ? new OpenAiCompatibleProvider(QuirkTable.Of(slug, address)) : Find(dialect);
}

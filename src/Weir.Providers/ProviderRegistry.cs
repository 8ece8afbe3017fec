using System.Collections.Frozen;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Bedrock;
using Weir.Providers.Cohere;
using Weir.Providers.Gemini;
using Weir.Providers.Ollama;
using Weir.Providers.OpenAiCompatible;

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
    }.ToFrozenDictionary(provider => provider.Dialect, StringComparer.Ordinal);

    /// <summary>Dialects that the configuration may name and that are not there yet.</summary>
    public static FrozenSet<string> Coming { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "openai-responses", "azure-openai");

    public static IEnumerable<string> Names => Dialects.Keys;

    /// <summary>A dialect by name; null when there is none.</summary>
    public static IProvider? Find(string dialect) => Dialects.GetValueOrDefault(dialect);
}

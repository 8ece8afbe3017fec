using System.Collections.Immutable;
using Weir.Ledger.Pricing;

namespace Weir.Server.Configuration;

/// <summary>Providers that are switched on by their usual variable, with a few models of each. Prices in US dollars a million tokens, as of November 2026; the providers' own pages are the truth.</summary>
internal static class BuiltInCatalog
{
    /// <summary>When this catalogue was written.</summary>
    public static readonly DateTimeOffset Date = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private const string OpenAiDialect = "openai";
    private const decimal Million = 1_000_000m;

    /// <summary>Providers whose dialect is there.</summary>
    public static readonly ImmutableArray<ProviderConfiguration> Providers =
    [
        Provider("openai", "OpenAI", "https://api.openai.com/v1/", "OPENAI_API_KEY"),

        // Every customer has an address of their own: the variable stands in for this one.
        Provider("azure", "Azure OpenAI", "https://openai.azure.com/", "AZURE_OPENAI_API_KEY")
            with { Dialect = "azure-openai", BaseUrlEnv = "AZURE_OPENAI_ENDPOINT" },
        Provider("mistral", "Mistral", "https://api.mistral.ai/v1/", "MISTRAL_API_KEY") with { SupportsCancellation = false },
        Provider("groq", "Groq", "https://api.groq.com/openai/v1/", "GROQ_API_KEY") with { SupportsCancellation = false },
        Provider("deepseek", "DeepSeek", "https://api.deepseek.com/v1/", "DEEPSEEK_API_KEY"),
        Provider("xai", "xAI", "https://api.x.ai/v1/", "XAI_API_KEY"),
        Provider("together", "Together", "https://api.together.xyz/v1/", "TOGETHER_API_KEY"),
        Provider("google-ai-studio", "Google AI Studio", "https://generativelanguage.googleapis.com/v1beta/", "GEMINI_API_KEY")
            with { Dialect = "gemini", SupportsCancellation = false },
        Provider("cohere", "Cohere", "https://api.cohere.com/v2/", "COHERE_API_KEY") with { Dialect = "cohere" },
        Provider("anthropic", "Anthropic", "https://api.anthropic.com/v1/", "ANTHROPIC_API_KEY") with { Dialect = "anthropic" },
        Provider("openrouter", "OpenRouter", "https://openrouter.ai/api/v1/", "OPENROUTER_API_KEY"),
    ];

    public static readonly ImmutableArray<ModelConfiguration> Models =
    [
        Model("openai/gpt-4o", "OpenAI: GPT-4o", 128_000, At("openai", "gpt-4o", 2.50m, 10m, 1.25m), At("azure", "gpt-4o", 2.50m, 10m, 1.25m), At("openrouter", "openai/gpt-4o", 2.50m, 10m, 1.25m)),
        Model("openai/gpt-4o-mini", "OpenAI: GPT-4o mini", 128_000, At("openai", "gpt-4o-mini", 0.15m, 0.60m, 0.075m), At("azure", "gpt-4o-mini", 0.15m, 0.60m, 0.075m), At("openrouter", "openai/gpt-4o-mini", 0.15m, 0.60m, 0.075m)),
        Model("openai/gpt-4.1", "OpenAI: GPT-4.1", 1_047_576, At("openai", "gpt-4.1", 2m, 8m, 0.50m), At("azure", "gpt-4.1", 2m, 8m, 0.50m), At("openrouter", "openai/gpt-4.1", 2m, 8m, 0.50m)),
        Model("openai/gpt-4.1-mini", "OpenAI: GPT-4.1 mini", 1_047_576, At("openai", "gpt-4.1-mini", 0.40m, 1.60m, 0.10m), At("azure", "gpt-4.1-mini", 0.40m, 1.60m, 0.10m), At("openrouter", "openai/gpt-4.1-mini", 0.40m, 1.60m, 0.10m)),
        Model("openai/gpt-5", "OpenAI: GPT-5", 400_000, At("openai", "gpt-5", 1.25m, 10m, 0.125m), At("azure", "gpt-5", 1.25m, 10m, 0.125m), At("openrouter", "openai/gpt-5", 1.25m, 10m, 0.125m)),
        Model("openai/gpt-5-mini", "OpenAI: GPT-5 mini", 400_000, At("openai", "gpt-5-mini", 0.25m, 2m, 0.025m), At("azure", "gpt-5-mini", 0.25m, 2m, 0.025m), At("openrouter", "openai/gpt-5-mini", 0.25m, 2m, 0.025m)),
        Model("google/gemini-3-flash-preview", "Google: Gemini 3 Flash", 1_048_576,
            At("google-ai-studio", "gemini-3-flash-preview", 0.50m, 3m, 0.05m), At("openrouter", "google/gemini-3-flash-preview", 0.50m, 3m, 0.05m)),
        Model("cohere/command-a", "Cohere: Command A", 256_000, At("cohere", "command-a-03-2025", 2.50m, 10m), At("openrouter", "cohere/command-a", 2.50m, 10m)),
        Claude("anthropic/claude-opus-5.5", "Anthropic: Claude Opus 5.5", 1_000_000, AtAnthropic("claude-opus-5-5", 4m, 20m, 0.20m, 5m) with { MaxCompletionTokens = 128_000 }),
        Claude("anthropic/claude-sonnet-5.5", "Anthropic: Claude Sonnet 5.5", 1_000_000, AtAnthropic("claude-sonnet-5-5", 2m, 10m, 0.10m, 2.50m) with { MaxCompletionTokens = 128_000 }),
        Claude("anthropic/claude-haiku-4.5", "Anthropic: Claude Haiku 4.5", 200_000, AtAnthropic("claude-haiku-4-5", 1m, 5m, 0.10m, 1.25m) with { MaxCompletionTokens = 64_000 }),
        Model("mistralai/mistral-large", "Mistral Large", 128_000, At("mistral", "mistral-large-latest", 2m, 6m)),
        Model("mistralai/mistral-small", "Mistral Small", 128_000, At("mistral", "mistral-small-latest", 0.10m, 0.30m)),
        Model("meta-llama/llama-3.3-70b-instruct", "Meta: Llama 3.3 70B Instruct", 131_072, At("groq", "llama-3.3-70b-versatile", 0.59m, 0.79m), At("together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", 0.88m, 0.88m)),
        Model("meta-llama/llama-3.1-8b-instruct", "Meta: Llama 3.1 8B Instruct", 131_072, At("groq", "llama-3.1-8b-instant", 0.05m, 0.08m)),
        Model("meta-llama/llama-3.1-8b-instruct:free", "Meta: Llama 3.1 8B Instruct (free)", 131_072, At("openrouter", "meta-llama/llama-3.1-8b-instruct:free", 0m, 0m)),
        Model("deepseek/deepseek-chat", "DeepSeek Chat", 128_000, At("deepseek", "deepseek-chat", 0.28m, 0.42m, 0.028m)),
        Model("x-ai/grok-4", "xAI: Grok 4", 256_000, At("xai", "grok-4", 3m, 15m, 0.75m)),
    ];

    private static ProviderConfiguration Provider(string slug, string name, string baseUrl, string variable) =>
        new() { Slug = slug, Name = name, Dialect = OpenAiDialect, BaseUrl = new Uri(baseUrl), ApiKeyEnv = variable };

    private static ModelConfiguration Model(string slug, string name, int contextLength, params ImmutableArray<EndpointConfiguration> endpoints) =>
        new() { Slug = slug, Name = name, ContextLength = contextLength, Endpoints = endpoints };

    private static EndpointConfiguration At(string provider, string upstreamModel, decimal prompt, decimal completion, decimal? cacheRead = null) => new()
    {
        Provider = provider,
        UpstreamModel = upstreamModel,
        HasPrice = true,
        Price = new Price { Prompt = prompt / Million, Completion = completion / Million, InputCacheRead = cacheRead / Million },
    };

    private static ModelConfiguration Claude(string slug, string name, int contextLength, EndpointConfiguration endpoint) =>
        Model(slug, name, contextLength, endpoint) with { InputModalities = ["text", "image", "file"], Tokenizer = "other" };

    private static EndpointConfiguration AtAnthropic(string upstreamModel, decimal prompt, decimal completion, decimal cacheRead, decimal cacheWrite)
    {
        var endpoint = At("anthropic", upstreamModel, prompt, completion, cacheRead);
        return endpoint with { Price = endpoint.Price with { InputCacheWrite = cacheWrite / Million } };
    }
}

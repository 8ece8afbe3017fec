namespace Weir.OpenInference;

/// <summary>Values of <see cref="LlmAttributes.Provider"/>, and the table from host to provider.</summary>
/// <remarks>Python's <c>OpenInferenceLLMProviderValues</c>. Custom values are legal where none applies.</remarks>
public static class LlmProviders
{
    /// <summary>Anthropic.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>OpenAI.</summary>
    public const string OpenAI = "openai";

    /// <summary>Cohere.</summary>
    public const string Cohere = "cohere";

    /// <summary>Mistral AI.</summary>
    public const string MistralAI = "mistralai";

    /// <summary>Microsoft Azure.</summary>
    public const string Azure = "azure";

    /// <summary>Google.</summary>
    public const string Google = "google";

    /// <summary>Amazon Web Services.</summary>
    public const string Aws = "aws";

    /// <summary>xAI.</summary>
    public const string XAI = "xai";

    /// <summary>DeepSeek.</summary>
    public const string DeepSeek = "deepseek";

    /// <summary>Groq.</summary>
    public const string Groq = "groq";

    /// <summary>Fireworks.</summary>
    public const string Fireworks = "fireworks";

    /// <summary>Moonshot.</summary>
    public const string Moonshot = "moonshot";

    /// <summary>Cerebras.</summary>
    public const string Cerebras = "cerebras";

    /// <summary>Perplexity.</summary>
    public const string Perplexity = "perplexity";

    /// <summary>Together.</summary>
    public const string Together = "together";

    /// <summary>Ollama.</summary>
    public const string Ollama = "ollama";

    /// <summary>Meta.</summary>
    public const string Meta = "meta";

    /// <summary>Z.ai.</summary>
    public const string Zai = "zai";

    /// <summary>MiniMax.</summary>
    public const string MiniMax = "minimax";

    /// <summary>OpenRouter. Not in any enumeration of the conventions; custom values are legal.</summary>
    public const string OpenRouter = "openrouter";

    private static readonly (string Suffix, string Provider)[] HostSuffixes =
    [
        ("api.openai.com", OpenAI),
        ("openai.azure.com", Azure), ("services.ai.azure.com", Azure), ("cognitiveservices.azure.com", Azure),
        ("api.anthropic.com", Anthropic),
        ("api.cohere.com", Cohere), ("api.cohere.ai", Cohere),
        ("api.mistral.ai", MistralAI),
        ("generativelanguage.googleapis.com", Google), ("aiplatform.googleapis.com", Google),
        ("amazonaws.com", Aws),
        ("api.x.ai", XAI),
        ("api.deepseek.com", DeepSeek),
        ("api.groq.com", Groq),
        ("api.fireworks.ai", Fireworks),
        ("api.moonshot.cn", Moonshot),
        ("api.cerebras.ai", Cerebras),
        ("api.perplexity.ai", Perplexity),
        ("api.together.ai", Together), ("api.together.xyz", Together),
        ("ollama.com", Ollama),
        ("api.meta.ai", Meta),
        ("api.z.ai", Zai),
        ("api.minimax.io", MiniMax), ("minimaxi.com", MiniMax), ("minimax.chat", MiniMax),
        ("openrouter.ai", OpenRouter),
    ];

    /// <summary>The provider behind a host name; null for localhost, gateways and every host that is not in the table.</summary>
    /// <param name="host">Host without port. A suffix counts on a label boundary only: <c>x.openai.azure.com</c> is Azure, <c>evilopenai.azure.com</c> is not.</param>
    public static string? FromHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.AsSpan().TrimEnd('.');
        foreach (var (suffix, provider) in HostSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && (name.Length == suffix.Length || name[name.Length - suffix.Length - 1] == '.'))
            {
                return provider;
            }
        }

        return null;
    }
}

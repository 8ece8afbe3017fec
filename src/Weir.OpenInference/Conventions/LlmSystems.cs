namespace Weir.OpenInference;

/// <summary>Values of <see cref="LlmAttributes.System"/>, and the guess from a model name.</summary>
/// <remarks>Python's <c>OpenInferenceLLMSystemValues</c>. Custom values are legal where none applies.</remarks>
public static class LlmSystems
{
    /// <summary>Anthropic.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>OpenAI.</summary>
    public const string OpenAI = "openai";

    /// <summary>Google Vertex AI.</summary>
    public const string VertexAI = "vertexai";

    /// <summary>Cohere.</summary>
    public const string Cohere = "cohere";

    /// <summary>Mistral AI.</summary>
    public const string MistralAI = "mistralai";

    /// <summary>xAI.</summary>
    public const string XAI = "xai";

    /// <summary>DeepSeek.</summary>
    public const string DeepSeek = "deepseek";

    /// <summary>Amazon.</summary>
    public const string Amazon = "amazon";

    /// <summary>Meta.</summary>
    public const string Meta = "meta";

    /// <summary>AI21.</summary>
    public const string AI21 = "ai21";

    // The longer google_anthropic_vertex has to be tried before google.
    private static readonly (string Prefix, string System)[] Prefixes =
    [
        ("google_anthropic_vertex", Anthropic),
        ("claude", Anthropic), ("anthropic", Anthropic),
        ("gpt", OpenAI), ("o1", OpenAI), ("o3", OpenAI), ("o4", OpenAI), ("text-embedding", OpenAI), ("davinci", OpenAI), ("curie", OpenAI),
        ("babbage", OpenAI), ("ada", OpenAI), ("azure", OpenAI), ("openai", OpenAI),
        ("cohere", Cohere), ("command", Cohere),
        ("mistral", MistralAI), ("mixtral", MistralAI), ("pixtral", MistralAI),
        ("gemini", VertexAI), ("vertex", VertexAI), ("google", VertexAI),
    ];

    /// <summary>The system that a bare model name points to, by its prefix; null when none is known.</summary>
    /// <param name="model">Model name such as <c>claude-sonnet-4</c>; case does not matter.</param>
    public static string? FromModelName(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var (prefix, system) in Prefixes)
        {
            if (model.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return system;
            }
        }

        return null;
    }
}

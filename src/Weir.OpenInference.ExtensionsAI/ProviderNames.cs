namespace Weir.OpenInference.ExtensionsAI;

/// <summary>What OpenInference calls the providers that Microsoft.Extensions.AI clients name in the words of OpenTelemetry.</summary>
internal static class ProviderNames
{
    /// <summary>Provider and system of a name such as <c>azure.ai.openai</c>; what is not known is its own system.</summary>
    public static (string? Provider, string? System) Of(string? name) => name switch
    {
        null or "" => (null, null),
        "openai" => (LlmProviders.OpenAI, LlmSystems.OpenAI),
        "anthropic" => (LlmProviders.Anthropic, LlmSystems.Anthropic),
        "cohere" => (LlmProviders.Cohere, LlmSystems.Cohere),
        "mistral_ai" => (LlmProviders.MistralAI, LlmSystems.MistralAI),
        "azure.ai.openai" or "az.ai.openai" => (LlmProviders.Azure, LlmSystems.OpenAI),
        "azure.ai.inference" or "az.ai.inference" => (LlmProviders.Azure, null),
        "aws.bedrock" => (LlmProviders.Aws, null),
        "gcp.vertex_ai" or "vertex_ai" => (LlmProviders.Google, LlmSystems.VertexAI),
        "gcp.gemini" or "gemini" or "gcp.gen_ai" => (LlmProviders.Google, null),
        "x_ai" or "xai" => (LlmProviders.XAI, LlmSystems.XAI),
        "deepseek" or "groq" or "perplexity" or "ollama" => (name, null),
        _ => (null, name),
    };
}

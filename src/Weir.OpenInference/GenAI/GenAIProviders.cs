namespace Weir.OpenInference;

/// <summary>Who serves a model, in the words of OpenTelemetry's GenAI conventions.</summary>
internal static class GenAIProviders
{
    /// <summary>A value of <c>gen_ai.provider.name</c>; null when the span does not say who it was.</summary>
    /// <param name="provider">The value of <see cref="LlmAttributes.Provider"/>.</param>
    /// <param name="system">The value of <see cref="LlmAttributes.System"/>, which stands in for a provider that is not known.</param>
    public static string? NameOf(string? provider, string? system) => (provider ?? system) switch
    {
        LlmProviders.MistralAI => "mistral_ai",
        LlmProviders.Azure => system == LlmSystems.OpenAI ? "azure.ai.openai" : "azure.ai.inference",
        LlmProviders.Aws or LlmSystems.Amazon => "aws.bedrock",
        LlmProviders.Google => system == LlmSystems.VertexAI ? "gcp.vertex_ai" : "gcp.gemini",
        LlmSystems.VertexAI => "gcp.vertex_ai",
        LlmProviders.XAI => "x_ai",
        var name => name,
    };
}

using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Conventions;

public sealed class LlmProvidersTests
{
    [Theory]
    [InlineData("api.openai.com", "openai")]
    [InlineData("API.OpenAI.com", "openai")]
    [InlineData("api.openai.com.", "openai")]
    [InlineData("x.openai.azure.com", "azure")]
    [InlineData("y.services.ai.azure.com", "azure")]
    [InlineData("z.cognitiveservices.azure.com", "azure")]
    [InlineData("api.anthropic.com", "anthropic")]
    [InlineData("api.cohere.com", "cohere")]
    [InlineData("api.cohere.ai", "cohere")]
    [InlineData("api.mistral.ai", "mistralai")]
    [InlineData("generativelanguage.googleapis.com", "google")]
    [InlineData("us-central1.aiplatform.googleapis.com", "google")]
    [InlineData("bedrock-runtime.us-east-1.amazonaws.com", "aws")]
    [InlineData("api.x.ai", "xai")]
    [InlineData("api.deepseek.com", "deepseek")]
    [InlineData("api.groq.com", "groq")]
    [InlineData("api.fireworks.ai", "fireworks")]
    [InlineData("api.moonshot.cn", "moonshot")]
    [InlineData("api.cerebras.ai", "cerebras")]
    [InlineData("api.perplexity.ai", "perplexity")]
    [InlineData("api.together.ai", "together")]
    [InlineData("api.together.xyz", "together")]
    [InlineData("ollama.com", "ollama")]
    [InlineData("api.meta.ai", "meta")]
    [InlineData("api.z.ai", "zai")]
    [InlineData("api.minimax.io", "minimax")]
    [InlineData("api.minimaxi.com", "minimax")]
    [InlineData("api.minimax.chat", "minimax")]
    [InlineData("openrouter.ai", "openrouter")]
    [InlineData("localhost", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("evilapi.openai.com.example", null)]
    [InlineData("evilapi.openai.com", null)]
    [InlineData("notollama.com", null)]
    [InlineData("", null)]
    public void FromHost_SuffixOnLabelBoundary_GivesProvider(string host, string? expected)
    {
        Assert.Equal(expected, LlmProviders.FromHost(host));
    }

    [Theory]
    [InlineData("gpt-4o-mini", "openai")]
    [InlineData("o4-mini", "openai")]
    [InlineData("Claude-3-haiku", "anthropic")]
    [InlineData("google_anthropic_vertex/claude", "anthropic")]
    [InlineData("gemini-2.0-flash", "vertexai")]
    [InlineData("command-r", "cohere")]
    [InlineData("mixtral-8x7b", "mistralai")]
    [InlineData("llama-3", null)]
    public void FromModelName_KnownPrefix_GivesSystem(string model, string? expected)
    {
        Assert.Equal(expected, LlmSystems.FromModelName(model));
    }
}

using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers.OpenAiCompatible;

/// <summary>How each provider is told that it is to go on from the beginning of an answer, and which take one.</summary>
public sealed class PrefillTests
{
    private const string Body = """{"model":"m","messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}""";

    [Theory]
    [InlineData("mistral", true, "chat/completions", "prefix")]
    [InlineData("mistral", false, "chat/completions", "prefix")]
    [InlineData("deepseek", true, "/beta/chat/completions", "prefix")]
    [InlineData("deepseek", false, "chat/completions", "")]
    [InlineData("vllm", true, "chat/completions", "continue_final_message")]
    [InlineData("vllm", false, "chat/completions", "")]
    [InlineData("openrouter", true, "chat/completions", "")]
    public void OpenAnswer_IsMarkedInTheProvidersOwnWay(string slug, bool isOpen, string path, string mark)
    {
        var provider = ProviderRegistry.Find("openai", slug, new Uri("http://127.0.0.1/"))!;

        var sent = provider.Translate(new UpstreamCall { Request = Request(Body) with { EndsInOpenAnswer = isOpen }, Endpoint = Endpoint() });
        using var body = JsonDocument.Parse(sent.Body);
        var last = body.RootElement.GetProperty("messages").EnumerateArray().Last();

        Assert.Equal(path, sent.Path);
        Assert.Equal(mark == "prefix", last.TryGetProperty("prefix", out _));
        Assert.Equal(mark == "continue_final_message", body.RootElement.TryGetProperty("continue_final_message", out _));
        Assert.Equal(mark == "continue_final_message", body.RootElement.TryGetProperty("add_generation_prompt", out var prompt) && !prompt.GetBoolean());
    }

    [Theory]
    [InlineData("openai", "openai", "gpt-4o", false)]
    [InlineData("openai", "acme", "small-1", false)]
    [InlineData("openai", "mistral", "mistral-large", true)]
    [InlineData("anthropic", "anthropic", "claude-sonnet-4-5", true)]
    [InlineData("anthropic", "anthropic", "claude-opus-4-6", false)]
    [InlineData("bedrock", "amazon", "us.anthropic.claude-haiku-4-5-20251001-v1:0", true)]
    [InlineData("bedrock", "amazon", "amazon.nova-lite-v1:0", false)]
    [InlineData("gemini", "google", "gemini-2.5-pro", false)]
    public void Prefill_IsTakenByWhoIsKnownTo(string dialect, string slug, string model, bool takes) =>
        Assert.Equal(takes, ProviderRegistry.Find(dialect, slug, new Uri("http://127.0.0.1/"))!.TakesPrefill(model));
}

using Weir.Providers;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Providers;

/// <summary>What each dialect asks to see whether a provider takes calls: a list, at the provider's own host, with its credential.</summary>
public sealed class ModelsProbeTests
{
    [Theory]
    [InlineData("openai", "https://api.acme.example/v1/", "https://api.acme.example/v1/models", "Authorization")]
    [InlineData("openai-responses", "https://api.acme.example/v1/", "https://api.acme.example/v1/models", "Authorization")]
    [InlineData("anthropic", "https://api.acme.example/v1/", "https://api.acme.example/v1/models", "x-api-key")]
    [InlineData("gemini", "https://api.acme.example/v1beta/", "https://api.acme.example/v1beta/models", "x-goog-api-key")]
    [InlineData("cohere", "https://api.acme.example/v2/", "https://api.acme.example/v1/models", "Authorization")]
    [InlineData("ollama", "http://127.0.0.1:11434/", "http://127.0.0.1:11434/api/tags", "Authorization")]
    [InlineData("azure-openai", "https://acme.openai.azure.com/", "https://acme.openai.azure.com/openai/v1/models", "api-key")]
    [InlineData("azure-openai", "https://acme.openai.azure.com/openai/v1/", "https://acme.openai.azure.com/openai/v1/models", "api-key")]
    [InlineData("azure-openai", "https://acme.openai.azure.com/openai/deployments/d?api-version=V", "https://acme.openai.azure.com/openai/models?api-version=V", "api-key")]
    public void Probe_GetsTheModels(string dialect, string baseUrl, string expected, string credential)
    {
        var provider = Provider() with { BaseUrl = new Uri(baseUrl), Dialect = ProviderRegistry.Find(dialect)!, Headers = [new("x-operator", "1")] };

        var probe = provider.Dialect.Probe(provider)!;

        Assert.Equal(expected, new Uri(provider.BaseUrl, probe.Path).AbsoluteUri);
        Assert.Equal(HttpMethod.Get, probe.Method);
        Assert.True(probe.Body.IsEmpty);
        Assert.Contains(probe.Headers, header => header.Key == credential && header.Value.EndsWith(provider.ApiKey!, StringComparison.Ordinal));
        Assert.Contains(probe.Headers, header => header.Key == "x-operator");
    }

    [Fact]
    public void Bedrock_HasNone() => Assert.Null(ProviderRegistry.Find("bedrock")!.Probe(Provider()));
}

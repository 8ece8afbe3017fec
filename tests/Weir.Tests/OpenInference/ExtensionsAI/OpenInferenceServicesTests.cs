using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Weir.OpenInference;
using Weir.OpenInference.ExtensionsAI;
using Weir.Tests.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.ExtensionsAI;

public sealed class OpenInferenceServicesTests
{
    [Fact]
    public async Task AddOpenInference_RegisteredClients_AreRecordedAsTheyWereRegistered()
    {
        using var spans = new SpanCollector();
        IServiceCollection services = new ServiceCollection();
        services.Add(new ServiceDescriptor(typeof(IChatClient), _ => new FakeChatClient(), ServiceLifetime.Scoped));
        services.Add(new ServiceDescriptor(typeof(IChatClient), "keyed", (_, _) => new FakeChatClient(), ServiceLifetime.Singleton));

        services.AddOpenInference(new ExtensionsAIOptions { TraceConfig = TraceConfig.IgnoringEnvironment });

        Assert.Equal(ServiceLifetime.Scoped, services[0].Lifetime);
        Assert.Equal("keyed", services[1].ServiceKey);
        await ((IChatClient)services[0].ImplementationFactory!(NoServices.Instance)).GetResponseAsync("x");
        await ((IChatClient)services[1].KeyedImplementationFactory!(NoServices.Instance, "keyed")).GetResponseAsync("x");
        Assert.Equal(2, spans.Spans.Count);
    }

    [Fact]
    public void AddOpenInference_ClientRegisteredByType_SaysHowToRegisterIt()
    {
        IServiceCollection services = new ServiceCollection();
        services.Add(ServiceDescriptor.Singleton<IChatClient, FakeChatClient>());

        var refusal = Assert.Throws<InvalidOperationException>(() => services.AddOpenInference());

        Assert.Contains("factory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embeddings_TextsAndVectors_AreRecorded()
    {
        using var spans = new SpanCollector();
        using var generator = new FakeGenerator().UseOpenInference(new ExtensionsAIOptions { TraceConfig = TraceConfig.IgnoringEnvironment });

        await generator.GenerateAsync(["one", "two"]);

        var span = Assert.Single(spans.Spans);
        Assert.Equal("CreateEmbeddings", span.DisplayName);
        Assert.Equal("EMBEDDING", span.GetTagItem("openinference.span.kind"));
        Assert.Equal("two", span.GetTagItem("embedding.embeddings.1.embedding.text"));
        Assert.Equal([0.5, -0.25], Assert.IsType<double[]>(span.GetTagItem("embedding.embeddings.1.embedding.vector")));
        Assert.Equal("fake-embedding", span.GetTagItem("embedding.model_name"));
        Assert.Equal(2L, span.GetTagItem("llm.token_count.prompt"));
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }

    private sealed class FakeGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(new[] { 0.5f, -0.25f }) { ModelId = "fake-embedding" }))
            {
                Usage = new UsageDetails { InputTokenCount = 2, TotalTokenCount = 2 },
            });

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}

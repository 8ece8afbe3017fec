using Weir.Providers.Anthropic;

namespace Weir.Benchmarks;

/// <summary>From the events of another dialect to chunks.</summary>
internal static class TranslationWorkloads
{
    public static IEnumerable<Workload> All()
    {
        var provider = new AnthropicProvider();
        yield return new("event to chunk", "Anthropic", Samples.ChunksOfAnAnswer, async () =>
        {
            await foreach (var item in provider.ReadAsync(new MemoryStream(Samples.AnthropicStream, writable: false), streamed: true, CancellationToken.None))
            {
                GC.KeepAlive(item);
            }
        });
    }
}

using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Puts a span around each call of an embedding generator.</summary>
internal sealed class OpenInferenceEmbeddingGenerator<TInput, TEmbedding> : DelegatingEmbeddingGenerator<TInput, TEmbedding>
    where TEmbedding : Embedding
{
    private const string SpanName = "CreateEmbeddings";

    private readonly ExtensionsAIOptions _options;
    private readonly CallSource _source;

    public OpenInferenceEmbeddingGenerator(IEmbeddingGenerator<TInput, TEmbedding> inner, ExtensionsAIOptions options)
        : base(inner)
    {
        _options = options;
        var metadata = inner.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
        _source = new CallSource(options, metadata?.ProviderName, metadata?.ProviderUri, metadata?.DefaultModelId);
    }

    public override async Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(
        IEnumerable<TInput> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        // A sequence may be good for one reading only.
        var inputs = values as IReadOnlyList<TInput> ?? [.. values];
        var call = RecordedCall.Start(
            SpanName, SpanKinds.Embedding, _source, _options.TraceConfig, sink => EmbeddingRequestAttributes.Write(EmbeddingJson.Request(inputs, options, _source.DefaultModel), sink, _options.TraceConfig));
        if (call is null)
        {
            return await base.GenerateAsync(inputs, options, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var embeddings = await base.GenerateAsync(inputs, options, cancellationToken).ConfigureAwait(false);
            call.Complete(sink => EmbeddingReplyAttributes.Write(EmbeddingJson.Reply(embeddings), sink, _options.TraceConfig));
            return embeddings;
        }
        catch (Exception e) // the edge between the call and its record: noted, never swallowed
        {
            call.Fail(e);
            throw;
        }
    }
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Rerank;
using Weir.Protocol.Sse;
using Weir.Providers.OpenAiCompatible.Media;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Version 2 of Cohere's chat API.</summary>
/// <remarks>Source: https://docs.cohere.com/reference/chat. The base address ends in <c>/v2</c>.</remarks>
public sealed class CohereProvider : IProvider
{
    private readonly CohereEmbeddings _embeddings = new();
    private readonly RerankTranslator _rerank = new();

    /// <inheritdoc/>
    public string Dialect => "cohere";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => CohereRequestTranslator.Parameters;

    /// <inheritdoc/>
    public IOperationTranslator? Find(IOperation operation) => operation switch
    {
        ChatOperation => this,
        EmbeddingsOperation => _embeddings,
        RerankOperation => _rerank,
        _ => null,
    };

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var headers = BearerHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json");
        return new UpstreamRequest { Path = "chat", Headers = headers, Body = CohereRequestTranslator.Translate(call) };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!streamed)
        {
            var whole = await AnswerBody.ReadAsync(body, cancellationToken);
            yield return new StreamEvent(StreamEventKind.Completion, CohereAnswerReader.Read(whole));
            yield break;
        }

        var answer = new CohereEventReader();
        await using var events = new SseReader(body, AnswerBody.LargestEvent);
        while (!answer.IsOver && await events.ReadAsync(cancellationToken))
        {
            var chunk = events.Data.IsEmpty || events.Data.Span.SequenceEqual("[DONE]"u8) ? default : answer.Read(events.Data);
            if (!chunk.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        if (answer.UsageChunk is { IsEmpty: false } usage)
        {
            yield return new StreamEvent(StreamEventKind.Chunk, usage);
        }

        if (answer.IsFinished)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("../v1/models", BearerHeaders.Of(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body, CohereErrors.Find);
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Operations.Rerank;
using Weir.Gateway.Operations.Speech;
using Weir.Gateway.Operations.Transcription;
using Weir.Protocol.Sse;
using Weir.Providers.OpenAiCompatible.Media;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>The dialect of OpenAI's chat completions, which most providers speak: our internal form, so bytes pass as they are.</summary>
public sealed class OpenAiCompatibleProvider : IProvider
{
    private readonly EmbeddingsTranslator _embeddings = new();
    private readonly RerankTranslator _rerank = new();
    private readonly ImagesTranslator _images = new();
    private readonly SpeechTranslator _speech = new();
    private readonly TranscriptionTranslator _transcription = new();

    /// <inheritdoc/>
    public string Dialect => "openai";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => ChatRequestTranslator.Declarable;

    /// <inheritdoc/>
    public IOperationTranslator? Find(IOperation operation) => operation switch
    {
        ChatOperation => this,
        EmbeddingsOperation => _embeddings,
        RerankOperation => _rerank,
        ImagesOperation => _images,
        SpeechOperation => _speech,
        TranscriptionOperation => _transcription,
        _ => null,
    };

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var headers = BearerHeaders.Of(call, call.Request.Stream ? "text/event-stream" : "application/json");
        return new UpstreamRequest { Path = "chat/completions", Headers = headers, Body = ChatRequestTranslator.Translate(call) };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!streamed)
        {
            yield return new StreamEvent(StreamEventKind.Completion, AnswerBody.ValidUtf8(await AnswerBody.ReadAsync(body, cancellationToken)));
            yield break;
        }

        await using var events = new SseReader(body, AnswerBody.LargestEvent);
        while (await events.ReadAsync(cancellationToken))
        {
            if (events.Data.Span.SequenceEqual("[DONE]"u8))
            {
                yield return new StreamEvent(StreamEventKind.End, default);
                yield break;
            }

            // An event without data is a heartbeat.
            if (!events.Data.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, AnswerBody.ValidUtf8(events.Data));
            }
        }
    }

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body);
}

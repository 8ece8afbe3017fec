using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;

namespace Weir.Providers.Cohere;

/// <summary>Version 2 of Cohere's chat API.</summary>
/// <remarks>Source: https://docs.cohere.com/reference/chat. The base address ends in <c>/v2</c>.</remarks>
public sealed class CohereProvider : IProvider
{
    /// <inheritdoc/>
    public string Dialect => "cohere";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => CohereRequestTranslator.Parameters;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var provider = call.Endpoint.Provider;
        var headers = provider.Headers.ToBuilder();
        if (provider.ApiKey is { } key)
        {
            headers.Add(new("Authorization", $"Bearer {key}"));
        }

        headers.Add(new("Accept", call.Request.Stream ? "text/event-stream" : "application/json"));
        headers.AddRange(call.SimulatorHeaders);
        return new UpstreamRequest { Path = "chat", Headers = headers.ToImmutable(), Body = CohereRequestTranslator.Translate(call) };
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
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body, CohereErrors.Find);
}

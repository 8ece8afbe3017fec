using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>The dialect of OpenAI's chat completions, which most providers speak: our internal form, so bytes pass as they are.</summary>
public sealed class OpenAiCompatibleProvider : IProvider
{
    /// <inheritdoc/>
    public string Dialect => "openai";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => ChatRequestTranslator.Declarable;

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
        return new UpstreamRequest { Path = "chat/completions", Headers = headers.ToImmutable(), Body = ChatRequestTranslator.Translate(call) };
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

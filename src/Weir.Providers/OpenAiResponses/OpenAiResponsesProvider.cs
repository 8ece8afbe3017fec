using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>The dialect of OpenAI's Responses API, asked for one answer and to keep nothing of it.</summary>
public sealed class OpenAiResponsesProvider : IProvider
{
    /// <inheritdoc/>
    public string Dialect => "openai-responses";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => ResponsesParameters.All;

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
        return new UpstreamRequest { Path = "responses", Headers = headers.ToImmutable(), Body = ResponsesRequestTranslator.Translate(call) };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!streamed)
        {
            yield return new StreamEvent(StreamEventKind.Completion, ResponsesAnswerReader.Read(await AnswerBody.ReadAsync(body, cancellationToken)));
            yield break;
        }

        using var answer = new ResponsesEventReader();
        await using var events = new SseReader(body, AnswerBody.LargestEvent);
        while (!answer.IsOver && await events.ReadAsync(cancellationToken))
        {
            var chunk = events.Data.IsEmpty || events.Data.Span.SequenceEqual("[DONE]"u8) ? default : answer.Read(events.Data);
            if (!chunk.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        if (answer.UsageChunk() is { IsEmpty: false } usage)
        {
            yield return new StreamEvent(StreamEventKind.Chunk, usage);
        }

        if (answer.IsOver)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("models", BearerHeaders.Of(provider, ModelsProbe.Accept));

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => ErrorBody.Read(body);
}

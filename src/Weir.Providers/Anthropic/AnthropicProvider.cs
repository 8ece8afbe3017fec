using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>The dialect of Anthropic's Messages API.</summary>
public sealed class AnthropicProvider : IProvider
{
    private const string VersionHeader = "anthropic-version";
    private const string Version = "2023-06-01";

    /// <inheritdoc/>
    public string Dialect => "anthropic";

    /// <inheritdoc/>
    public FrozenSet<string> Parameters => AnthropicParameters.Said;

    /// <inheritdoc/>
    public bool TakesPrefill(string upstreamModel) => ClaudeModel.Of(upstreamModel).TakesPrefill;

    /// <inheritdoc/>
    public UpstreamRequest Translate(UpstreamCall call)
    {
        var headers = HeadersOf(call.Endpoint.Provider).ToBuilder();
        if (call.AnthropicBeta is { } beta)
        {
            headers.Add(new("anthropic-beta", beta));
        }

        headers.Add(new("Accept", call.Request.Stream ? "text/event-stream" : "application/json"));
        return new UpstreamRequest { Path = "messages", Headers = headers.ToImmutable(), Body = AnthropicRequestTranslator.Translate(call) };
    }

    /// <inheritdoc/>
    public UpstreamRequest Probe(ProviderEntry provider) => ModelsProbe.Of("models", HeadersOf(provider));

    private static ImmutableArray<KeyValuePair<string, string>> HeadersOf(ProviderEntry provider)
    {
        var headers = provider.Headers.ToBuilder();
        if (!provider.Headers.Any(header => header.Key.Equals(VersionHeader, StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new(VersionHeader, Version));
        }

        if (provider.ApiKey is { } key)
        {
            headers.Add(new("x-api-key", key));
        }

        return headers.ToImmutable();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!streamed)
        {
            yield return new StreamEvent(StreamEventKind.Completion, AnthropicAnswerReader.Read(await AnswerBody.ReadAsync(body, cancellationToken)));
            yield break;
        }

        await using var events = new SseReader(body, AnswerBody.LargestEvent);
        using var reader = new AnthropicEventReader();
        while (!reader.IsEnded && await events.ReadAsync(cancellationToken))
        {
            // An event without data is a heartbeat.
            if (events.Data.IsEmpty)
            {
                continue;
            }

            foreach (var chunk in reader.Read(events.Data))
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        if (reader.IsEnded)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body)
    {
        // {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 213000 tokens > 200000 maximum"},"request_id":"req_…"}
        var error = ErrorBody.Read(body);
        var isTooLong = error.Message?.Contains("prompt is too long", StringComparison.OrdinalIgnoreCase) == true
            || error.Message?.Contains("exceed context limit", StringComparison.OrdinalIgnoreCase) == true;
        return isTooLong ? error with { Code = "context_length_exceeded" } : error;
    }
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>The dialect of OpenAI's chat completions, which most providers speak: our internal form, so bytes pass as they are.</summary>
public sealed class OpenAiCompatibleProvider : IProvider
{
    private const int LargestEvent = 16 * 1024 * 1024;

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
            yield return new StreamEvent(StreamEventKind.Completion, ValidUtf8(await AnswerBody.ReadAsync(body, cancellationToken)));
            yield break;
        }

        await using var events = new SseReader(body, LargestEvent);
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
                yield return new StreamEvent(StreamEventKind.Chunk, ValidUtf8(events.Data));
            }
        }
    }

    /// <inheritdoc/>
    public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body)
    {
        try
        {
            return FindError(body) ?? new UpstreamErrorBody(null, null);
        }
        catch (JsonException)
        {
            // Not JSON: a proxy's page, most likely. Its first line says more than nothing.
            var text = Encoding.UTF8.GetString(body).Trim();
            return new UpstreamErrorBody(text.Length == 0 ? null : text[..Math.Min(text.Length, 200)], null);
        }
    }

    // A server that cuts text between the bytes of a character sends pieces that no client can read.
    private static ReadOnlyMemory<byte> ValidUtf8(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

    // {"error":{…}}, or the object itself, as some servers send it.
    private static UpstreamErrorBody? FindError(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        _ = reader.Read();
        while (reader.TokenType != JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = WireText.Is(reader, "error"u8);
            _ = reader.Read();
            if (isError && ErrorObject.Read(ref reader) is { } error)
            {
                return error;
            }

            reader.Skip();
        }

        var whole = new Utf8JsonReader(body);
        return whole.Read() ? ErrorObject.Read(ref whole) : null;
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol.Sse;

namespace Weir.OpenRouter;

/// <summary>Reads the events of a streamed answer, up to <c>[DONE]</c> or its end.</summary>
internal static class EventStream
{
    /// <exception cref="OpenRouterException">An event carries an error, or the connection broke.</exception>
    public static async IAsyncEnumerable<TEvent> ReadAsync<TEvent>(
        HttpResponseMessage response, JsonTypeInfo<TEvent> eventType, int maxEventBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var requestId = ErrorReader.RequestId(response);
        await using var reader = new SseReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), maxEventBytes);
        while (await NextAsync(reader, requestId, cancellationToken).ConfigureAwait(false))
        {
            if (reader.Data.Span.SequenceEqual("[DONE]"u8))
            {
                yield break;
            }

            yield return Read(reader.Data, eventType, requestId);
        }
    }

    private static TEvent Read<TEvent>(ReadOnlyMemory<byte> data, JsonTypeInfo<TEvent> eventType, string? requestId)
    {
        try
        {
            return ErrorReader.FromEvent(data, requestId) is { } error
                ? throw error
                : JsonSerializer.Deserialize(data.Span, eventType) ?? throw new JsonException("it is null");
        }
        catch (JsonException e)
        {
            throw new OpenRouterException($"An event of the stream cannot be read: {e.Message}", e) { RequestId = requestId };
        }
    }

    private static async Task<bool> NextAsync(SseReader reader, string? requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            throw new OpenRouterException($"The stream broke off: {e.Message}", e) { RequestId = requestId };
        }
    }
}

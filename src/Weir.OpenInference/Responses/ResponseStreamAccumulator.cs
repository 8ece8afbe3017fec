using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Folds the events of a streamed response into the response they add up to.</summary>
/// <remarks>
/// The closing event (<c>response.completed</c>, <c>.failed</c>, <c>.incomplete</c>) holds the whole response. Of a stream that does not get that far,
/// the items and texts that came are put together. One stream, one thread at a time. What it keeps is bounded by <c>maxBytes</c>.
/// </remarks>
public sealed class ResponseStreamAccumulator : IReplyAccumulator
{
    private readonly SortedDictionary<long, OutputItemFold> _items = [];
    private readonly FoldBudget _budget;
    private byte[]? _response;
    private bool _isWhole;
    private ChatError? _error;

    /// <summary>Starts an empty fold.</summary>
    /// <param name="maxBytes">Bytes of the response to keep, above 0; what comes after them is left out, and marked so.</param>
    public ResponseStreamAccumulator(int maxBytes = ChatStreamAccumulator.DefaultMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _budget = new FoldBudget(maxBytes);
    }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public bool IsFinished => IsDone;

    /// <inheritdoc/>
    public bool Add(ReadOnlySpan<byte> data)
    {
        data = data.Trim(" \t\r\n"u8);
        if (data.SequenceEqual("[DONE]"u8))
        {
            IsDone = true;
            return true;
        }

        using var document = JsonRead.ParseObject(data.ToArray());
        if (document is null)
        {
            return false;
        }

        Fold(document.RootElement);
        return true;
    }

    /// <inheritdoc/>
    public ChatError? WriteAttributes(AttributeSink sink, TraceConfig config)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (_budget.Truncated)
        {
            sink.Set(WeirAttributes.OutputTruncated, value: true);
        }

        if (_response is null && _items.Count == 0)
        {
            return _error;
        }

        var inReply = ResponseReplyAttributes.Write(_isWhole ? _response! : PartialJson(), sink, config);
        return _error ?? inReply;
    }

    private void Fold(JsonElement data)
    {
        JsonRead.TryGetString(data, "type"u8, out var type);
        switch (type)
        {
            case "response.completed" or "response.failed" or "response.incomplete":
                IsDone = true;
                _isWhole = TakeResponse(data) || _isWhole;
                break;
            case "response.output_item.added" or "response.output_item.done":
                TakeItem(data, isDone: type.EndsWith("done", StringComparison.Ordinal));
                break;
            case "response.output_text.delta" or "response.refusal.delta":
                Append(data, ItemOf(data)?.Text(Number(data, "content_index"u8)));
                break;
            case "response.function_call_arguments.delta":
                Append(data, ItemOf(data)?.Arguments);
                break;
            case "error":
                _error ??= ErrorOf(data);
                break;
            default:
                TakeResponse(data);
                _error ??= ChatError.FromOwner(data);
                break;
        }
    }

    private bool TakeResponse(JsonElement data)
    {
        if (!JsonRead.TryGetObject(data, "response"u8, out var response))
        {
            return false;
        }

        var raw = JsonMarshal.GetRawUtf8Value(response);
        if (!_budget.TryTakeValue(raw.Length - (_response?.Length ?? 0)))
        {
            return false;
        }

        _response = raw.ToArray();
        return true;
    }

    private void TakeItem(JsonElement data, bool isDone)
    {
        if (JsonRead.TryGetObject(data, "item"u8, out var item) && JsonMarshal.GetRawUtf8Value(item) is var raw && _budget.TryTakeValue(raw.Length))
        {
            ItemOf(data)?.Take(raw.ToArray(), isDone);
        }
    }

    private OutputItemFold? ItemOf(JsonElement data)
    {
        var index = Number(data, "output_index"u8);
        if (!_items.TryGetValue(index, out var item) && _budget.TryTakeNode(0))
        {
            _items[index] = item = new OutputItemFold();
        }

        return item;
    }

    private void Append(JsonElement data, ArrayBufferWriter<byte>? target)
    {
        if (target is not null && JsonRead.TryGetText(data, "delta"u8, out var delta))
        {
            var escaped = JsonMarshal.GetRawUtf8Value(delta)[1..^1];
            if (_budget.TryTakeText(escaped.Length))
            {
                target.Write(escaped);
            }
        }
    }

    private byte[] PartialJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        using (var document = _response is null ? null : JsonRead.ParseObject(_response))
        {
            foreach (var property in document?.RootElement.EnumerateObject() ?? default)
            {
                if (!property.NameEquals("output"u8))
                {
                    writer.WritePropertyName(property.Name);
                    writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
                }
            }
        }

        writer.WriteStartArray("output");
        foreach (var item in _items.Values)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    // {"type":"error","code":"server_error","message":"…"}, or an error object inside the event.
    private static ChatError ErrorOf(JsonElement data) => ChatError.FromOwner(data) ?? new ChatError
    {
        Message = JsonRead.TryGetString(data, "message"u8, out var message) ? SecretScrubber.Scrub(message) : "The stream holds an error without a message.",
        Code = JsonRead.TryGetString(data, "code"u8, out var code) ? code
            : JsonRead.TryGetInteger(data, "code"u8, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null,
    };

    private static long Number(JsonElement data, ReadOnlySpan<byte> name) => JsonRead.TryGetInteger(data, name, out var number) ? number : 0;
}

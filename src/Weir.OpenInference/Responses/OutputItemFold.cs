using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>One output item of a streamed response, as far as it has come.</summary>
internal sealed class OutputItemFold
{
    private readonly SortedDictionary<long, ArrayBufferWriter<byte>> _texts = [];
    private readonly ArrayBufferWriter<byte> _arguments = new();
    private byte[]? _item;
    private bool _isDone;

    /// <summary>Takes the item object itself, as it was begun or as it is in the end.</summary>
    public void Take(byte[] item, bool isDone)
    {
        if (!_isDone)
        {
            _item = item;
            _isDone = isDone;
        }
    }

    /// <summary>The text of a content part, to append to; JSON-escaped, without its quotes.</summary>
    public ArrayBufferWriter<byte> Text(long contentIndex)
    {
        if (!_texts.TryGetValue(contentIndex, out var text))
        {
            _texts[contentIndex] = text = new ArrayBufferWriter<byte>();
        }

        return text;
    }

    /// <summary>The arguments of a call, to append to; JSON-escaped, without their quotes.</summary>
    public ArrayBufferWriter<byte> Arguments => _arguments;

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_isDone && _item is not null)
        {
            writer.WriteRawValue(_item, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        WriteMembers(writer);
        if (_arguments.WrittenCount > 0)
        {
            WriteEscaped(writer, "arguments", _arguments.WrittenSpan);
        }

        if (_texts.Count > 0)
        {
            WriteTexts(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        using var document = _item is null ? null : JsonRead.ParseObject(_item);
        if (document is null)
        {
            writer.WriteString("type", "message");
            writer.WriteString("role", "assistant");
            return;
        }

        foreach (var property in document.RootElement.EnumerateObject())
        {
            if ((_arguments.WrittenCount > 0 && property.NameEquals("arguments"u8)) || (_texts.Count > 0 && property.NameEquals("content"u8)))
            {
                continue;
            }

            writer.WritePropertyName(property.Name);
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
        }
    }

    private void WriteTexts(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("content");
        foreach (var text in _texts.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "output_text");
            WriteEscaped(writer, "text", text.WrittenSpan);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Pieces of escaped strings make one escaped string, also where an emoji was split between them.
    private static void WriteEscaped(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> escaped)
    {
        var quoted = new byte[escaped.Length + 2];
        quoted[0] = (byte)'"';
        escaped.CopyTo(quoted.AsSpan(1));
        quoted[^1] = (byte)'"';
        writer.WritePropertyName(name);
        writer.WriteRawValue(quoted, skipInputValidation: true);
    }
}

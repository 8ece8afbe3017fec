using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Operations;

/// <summary>Copies the members of an upstream's answer that are not ours, and appends what follows when the charge stands.</summary>
internal static class MediaAnswer
{
    /// <summary>Copies <c>,"name":value</c> for each member that is not replaced.</summary>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static void CopyMembers(ReadOnlySpan<byte> json, Func<string, bool> isReplaced, IBufferWriter<byte> output)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var name = WireText.Read(reader);
            _ = reader.Read();
            reader.Skip();
            if (!isReplaced(name))
            {
                output.Write(","u8);
                output.Write(json[start..(int)reader.BytesConsumed]);
            }
        }
    }

    /// <summary>Writes members into an object of their own and appends them to one that is open, closing it.</summary>
    public static void Close(ArrayBufferWriter<byte> open, Action<Utf8JsonWriter> members)
    {
        var inner = new ArrayBufferWriter<byte>(384);
        using var writer = new Utf8JsonWriter(inner);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        open.Write(","u8);
        open.Write(inner.WrittenSpan[1..]);
    }

    /// <summary>Opens an object with members of ours, and leaves it open.</summary>
    public static void Open(IBufferWriter<byte> output, Action<Utf8JsonWriter> members)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        members(writer);
        writer.Flush();
    }
}

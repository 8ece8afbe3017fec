using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes events of a stream, named as their type says.</summary>
internal sealed class MessageEvents
{
    internal static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _json = new(512);
    private EventBuffer _output = new();

    /// <summary>Where events go from now on.</summary>
    public void SendTo(EventBuffer output) => _output = output;

    public void Write(ReadOnlySpan<byte> type, Action<Utf8JsonWriter>? members = null)
    {
        _json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_json, Options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        members?.Invoke(writer);
        writer.WriteEndObject();
        writer.Flush();
        _output.Add(type, _json.WrittenSpan);
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes events of a stream, named as their type says.</summary>
internal sealed class MessageEvents
{
    internal static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _json = new(512);
    private readonly Utf8JsonWriter _writer;
    private EventBuffer _output = new();

    public MessageEvents() => _writer = new Utf8JsonWriter(_json, Options);

    /// <summary>Where events go from now on.</summary>
    public void SendTo(EventBuffer output) => _output = output;

    public void Write(ReadOnlySpan<byte> type, Action<Utf8JsonWriter>? members = null)
    {
        _json.ResetWrittenCount();
        _writer.Reset(_json);
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, type);
        members?.Invoke(_writer);
        _writer.WriteEndObject();
        _writer.Flush();
        _output.Add(type, _json.WrittenSpan);
    }
}

using System.Buffers;
using System.Text.Json;
using Weir.OpenInference;

namespace Weir.Gateway.Recording;

/// <summary>Collects attributes as one flat JSON object, the form that the span store keeps.</summary>
/// <remarks>A key that comes twice keeps its last value. One thread.</remarks>
internal sealed class JsonAttributeSink : AttributeSink
{
    private readonly OrderedDictionary<string, byte[]> _values = new(64, StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _buffer = new(256);

    public override void Set(string key, string value) => Write(key, writer => writer.WriteStringValue(value));

    public override void Set(string key, long value) => Write(key, writer => writer.WriteNumberValue(value));

    // A decimal point keeps a double apart from an integer when it is read back.
    public override void Set(string key, double value) => Write(key, writer => WriteDouble(writer, value));

    public override void Set(string key, bool value) => Write(key, writer => writer.WriteBooleanValue(value));

    /// <summary>Writes an amount of dollars digit for digit.</summary>
    public void SetMoney(string key, Protocol.Primitives.Usd value) => Write(key, value.WriteTo);

    public override void Set(string key, string[] values) => Write(key, writer =>
    {
        writer.WriteStartArray();
        Array.ForEach(values, writer.WriteStringValue);
        writer.WriteEndArray();
    });

    public override void Set(string key, double[] values) => Write(key, writer =>
    {
        writer.WriteStartArray();
        Array.ForEach(values, value => WriteDouble(writer, value));
        writer.WriteEndArray();
    });

    public override void SetUtf8(string key, ReadOnlySpan<byte> value)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, StoredJson.WriterOptions);
        writer.WriteStringValue(value);
        writer.Flush();
        _values[key] = _buffer.WrittenSpan.ToArray();
    }

    /// <summary>The object.</summary>
    public byte[] ToJson()
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(json, StoredJson.WriterOptions);
        writer.WriteStartObject();
        foreach (var (key, value) in _values)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(value, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }

    private void Write(string key, Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, StoredJson.WriterOptions);
        write(writer);
        writer.Flush();
        _values[key] = _buffer.WrittenSpan.ToArray();
    }

    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value) && Math.Abs(value) < 1e15 && value == Math.Truncate(value))
        {
            writer.WriteRawValue(value.ToString("0.0"), skipInputValidation: true);
            return;
        }

        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
            return;
        }

        writer.WriteStringValue(value.ToString());
    }
}

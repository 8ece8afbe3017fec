using System.Text.Json;
using Weir.OpenInference;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Recording;

/// <summary>Collects attributes as one flat JSON object, the form that the span store keeps.</summary>
/// <remarks>
/// A key that comes twice keeps its last value. One thread. The values lie one behind the other in an array of the pool until the object is made:
/// prompts are long, and what is copied and thrown away for each of them is what a busy server needs memory for.
/// </remarks>
internal sealed class JsonAttributeSink : AttributeSink, IDisposable
{
    private const int FirstRoom = 4096;

    private readonly OrderedDictionary<string, Range> _places = new(64, StringComparer.Ordinal);
    private readonly PooledBytes _values = new(FirstRoom);
    private readonly Utf8JsonWriter _writer;

    // Where the values end that have a place; the writer may have handed on a part of the next one already.
    private int _end;

    public JsonAttributeSink() => _writer = new Utf8JsonWriter(_values, StoredJson.WriterOptions);

    public override void Set(string key, string value)
    {
        _writer.WriteStringValue(value);
        Place(key);
    }

    public override void Set(string key, long value)
    {
        _writer.WriteNumberValue(value);
        Place(key);
    }

    // A decimal point keeps a double apart from an integer when it is read back.
    public override void Set(string key, double value)
    {
        Write(value);
        Place(key);
    }

    public override void Set(string key, bool value)
    {
        _writer.WriteBooleanValue(value);
        Place(key);
    }

    /// <summary>Writes an amount of dollars digit for digit.</summary>
    public void SetMoney(string key, Usd value)
    {
        value.WriteTo(_writer);
        Place(key);
    }

    public override void Set(string key, string[] values)
    {
        _writer.WriteStartArray();
        Array.ForEach(values, _writer.WriteStringValue);
        _writer.WriteEndArray();
        Place(key);
    }

    public override void Set(string key, double[] values)
    {
        _writer.WriteStartArray();
        Array.ForEach(values, Write);
        _writer.WriteEndArray();
        Place(key);
    }

    public override void SetUtf8(string key, ReadOnlySpan<byte> value)
    {
        _writer.WriteStringValue(value);
        Place(key);
    }

    /// <summary>The object.</summary>
    public byte[] ToJson()
    {
        using var json = new PooledBytes(_values.Length + FirstRoom);
        using var writer = new Utf8JsonWriter(json, StoredJson.WriterOptions);
        writer.WriteStartObject();
        foreach (var (key, place) in _places)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(_values.Written[place], skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.Written.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _values.Dispose();
    }

    // What was just written is the value; the writer begins anew, because it puts a comma before a second one.
    private void Place(string key)
    {
        _writer.Flush();
        _places[key] = _end.._values.Length;
        _end = _values.Length;
        _writer.Reset();
    }

    private void Write(double value)
    {
        if (double.IsFinite(value) && Math.Abs(value) < 1e15 && value == Math.Truncate(value))
        {
            _writer.WriteRawValue(value.ToString("0.0"), skipInputValidation: true);
        }
        else if (double.IsFinite(value))
        {
            _writer.WriteNumberValue(value);
        }
        else
        {
            _writer.WriteStringValue(value.ToString());
        }
    }
}

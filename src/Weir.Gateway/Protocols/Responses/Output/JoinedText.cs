using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>A text that comes in pieces, kept as it stands in JSON: so the halves of an emoji that a stream splits find together again.</summary>
internal sealed class JoinedText(OutputBudget budget)
{
    // With the opening quote; the closing one is put behind only while it is written.
    private byte[] _json = [];
    private int _length;

    public bool IsEmpty => _length <= 1;

    public void Add(JsonElement text) => AddRaw(text.RawText());

    /// <summary>Adds what stands between the quotes of a JSON string.</summary>
    public void AddRaw(ReadOnlySpan<byte> escaped)
    {
        budget.Take(escaped.Length);

        // Room for both quotes; doubling keeps a text of many pieces from being copied for each.
        var needed = _length + escaped.Length + 2;
        if (_json.Length < needed)
        {
            Array.Resize(ref _json, Math.Max(needed, _json.Length * 2));
        }

        if (_length == 0)
        {
            _json[_length++] = (byte)'"';
        }

        escaped.CopyTo(_json.AsSpan(_length));
        _length += escaped.Length;
    }

    public void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(Json(), skipInputValidation: true);
    }

    /// <summary>The text itself.</summary>
    public string Decode()
    {
        var reader = new Utf8JsonReader(Json());
        _ = reader.Read();
        return WireText.Read(reader);
    }

    private ReadOnlySpan<byte> Json()
    {
        if (IsEmpty)
        {
            return "\"\""u8;
        }

        _json[_length] = (byte)'"';
        return _json.AsSpan(0, _length + 1);
    }
}

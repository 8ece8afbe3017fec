using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>A text that comes in pieces, kept as it stands in JSON: so the halves of an emoji that a stream splits find together again.</summary>
internal sealed class JoinedText(OutputBudget budget)
{
    // With the opening quote; the closing one is put behind only while it is written.
    private readonly MemoryStream _json = new();

    public bool IsEmpty => _json.Length <= 1;

    public void Add(JsonElement text) => AddRaw(text.RawText());

    /// <summary>Adds what stands between the quotes of a JSON string.</summary>
    public void AddRaw(ReadOnlySpan<byte> escaped)
    {
        budget.Take(escaped.Length);
        if (_json.Length == 0)
        {
            _json.WriteByte((byte)'"');
        }

        _json.Write(escaped);
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

        var length = (int)_json.Length;
        _json.WriteByte((byte)'"');
        var json = _json.GetBuffer().AsSpan(0, length + 1);
        _json.SetLength(length);
        return json;
    }
}

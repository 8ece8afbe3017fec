using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Providers.Translation;

/// <summary>Cuts JSON into the pieces one level below, as bytes: what is not looked at is never parsed into anything.</summary>
internal static class JsonSlices
{
    /// <summary>Names and values of an object; none when it is something else, or nothing.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static List<KeyValuePair<string, ReadOnlyMemory<byte>>> Members(ReadOnlyMemory<byte> json)
    {
        var members = new List<KeyValuePair<string, ReadOnlyMemory<byte>>>();
        if (json.IsEmpty)
        {
            return members;
        }

        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return members;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = WireText.Read(reader);
            _ = reader.Read();
            members.Add(new(name, Value(json, ref reader)));
        }

        return members;
    }

    /// <summary>The items of a list; none when it is something else, or nothing.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static List<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> json)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        if (json.IsEmpty)
        {
            return items;
        }

        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return items;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(json, ref reader));
        }

        return items;
    }

    /// <summary>A value by name, the last one when there are several; empty when there is none.</summary>
    public static ReadOnlyMemory<byte> Find(this List<KeyValuePair<string, ReadOnlyMemory<byte>>> members, string name) =>
        members.FindLast(member => member.Key == name).Value;

    /// <summary>The text of a JSON string; null for anything else. Half a surrogate pair becomes U+FFFD.</summary>
    public static string? Text(this ReadOnlyMemory<byte> value)
    {
        if (!value.Is('"'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(value.Span);
        _ = reader.Read();
        return WireText.Read(reader);
    }

    /// <summary>Whether a value begins like this: a quote for a string, a bracket for a list, a brace for an object.</summary>
    public static bool Is(this ReadOnlyMemory<byte> value, char start) => !value.IsEmpty && value.Span[0] == start;

    /// <summary>Writes a member with the value as it was received.</summary>
    public static void WriteSlice(this Utf8JsonWriter writer, string name, ReadOnlyMemory<byte> value)
    {
        writer.WritePropertyName(name);
        writer.WriteSlice(value);
    }

    /// <summary>Writes the value as it was received.</summary>
    public static void WriteSlice(this Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteRawValue(value.Span, skipInputValidation: true);

    private static ReadOnlyMemory<byte> Value(ReadOnlyMemory<byte> json, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}

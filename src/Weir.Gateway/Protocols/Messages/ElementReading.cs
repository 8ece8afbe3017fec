using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Protocols.Messages;

/// <summary>Reads members that may be absent, null or of another kind than expected; half surrogate pairs anywhere do no harm.</summary>
internal static class ElementReading
{
    /// <summary>A member with another value than null; nothing when there is none, or this is no object. A repeated name keeps its last value.</summary>
    public static JsonElement? Find(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement? found = null;
        foreach (var member in element.EnumerateObject())
        {
            found = IsNamed(JsonMarshal.GetRawUtf8PropertyName(member), name) ? member.Value : found;
        }

        return found is { ValueKind: not JsonValueKind.Null } ? found : null;
    }

    public static JsonElement? FindObject(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static JsonElement? FindList(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    /// <summary>A member that is a string with at least one character, not decoded.</summary>
    public static JsonElement? FindFilled(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } value && Raw(value).Length > 2 ? value : null;

    public static string? FindText(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } value ? value.Decode() : null;

    public static long? FindCount(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) && count >= 0 ? count : null;

    public static bool IsTrue(this JsonElement element, ReadOnlySpan<byte> name) => element.Find(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The text of a string.</summary>
    public static string Decode(this JsonElement text)
    {
        var reader = new Utf8JsonReader(Raw(text));
        _ = reader.Read();
        return WireText.Read(reader);
    }

    /// <summary>The value as it was received, escapes included.</summary>
    public static ReadOnlySpan<byte> Raw(this JsonElement value) => JsonMarshal.GetRawUtf8Value(value);

    public static void WriteRaw(this Utf8JsonWriter writer, JsonElement value) => writer.WriteRawValue(Raw(value), skipInputValidation: true);

    /// <summary>Writes a member with the value as it was received.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRaw(value);
    }

    /// <summary>What a value is, in a message about it.</summary>
    public static string KindName(this JsonElement? value) => value?.ValueKind switch
    {
        null => "missing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static bool IsNamed(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> name)
    {
        if (!raw.Contains((byte)'\\'))
        {
            return raw.SequenceEqual(name);
        }

        var reader = new Utf8JsonReader([(byte)'"', .. raw, (byte)'"']);
        return reader.Read() && WireText.Is(reader, name);
    }
}

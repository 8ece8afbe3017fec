using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Protocols.Json;

/// <summary>Reads JSON from outside, whose members may be absent, null or of another kind than expected, and copies values byte for byte.</summary>
/// <remarks>Nothing here throws for what a text or a name holds, half a surrogate pair included; <see cref="JsonElement.GetString"/> does.</remarks>
internal static class WireElement
{
    /// <summary>A member with another value than null; nothing when there is none, or this is no object. Of a name given twice, the last.</summary>
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

        return found is { ValueKind: JsonValueKind.Null } ? null : found;
    }

    public static JsonElement? FindObject(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static JsonElement? FindList(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    /// <summary>A member that is a string, of any length.</summary>
    public static JsonElement? FindString(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } value ? value : null;

    /// <summary>A member that is a string with at least one character.</summary>
    public static JsonElement? FindFilled(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.FindString(name) is { } value && value.RawText().Length > 0 ? value : null;

    public static string? FindText(this JsonElement element, ReadOnlySpan<byte> name) => element.FindString(name)?.Text();

    public static long? FindWhole(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var whole) ? whole : null;

    /// <summary>A whole number that is not negative.</summary>
    public static long? FindCount(this JsonElement element, ReadOnlySpan<byte> name) => element.FindWhole(name) is >= 0 and var count ? count : null;

    public static bool IsTrue(this JsonElement element, ReadOnlySpan<byte> name) => element.Find(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The items of a member that is a list; none when it is not.</summary>
    public static IEnumerable<JsonElement> FindItems(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The text of a string.</summary>
    public static string Text(this JsonElement text) => WireText.Read(text);

    /// <summary>The value as it was received, escapes included.</summary>
    public static ReadOnlySpan<byte> Raw(this JsonElement value) => JsonMarshal.GetRawUtf8Value(value);

    /// <summary>What stands between the quotes of a string, escapes included: pieces of a text can be joined in this form.</summary>
    public static ReadOnlySpan<byte> RawText(this JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];

    /// <summary>What a value is, for messages.</summary>
    public static string KindName(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    /// <summary>What a value is, for messages, when there is one.</summary>
    public static string KindName(this JsonElement? value) => value is { } present ? present.KindName() : "missing";

    /// <summary>Writes a value as it was received.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    /// <summary>Writes a member with a value as it was received.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRaw(value);
    }

    /// <summary>Writes a member with a value as it was received, when there is one.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } present)
        {
            writer.WriteRaw(name, present);
        }
    }

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

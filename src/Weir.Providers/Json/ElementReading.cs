using System.Runtime.InteropServices;
using System.Text.Json;

namespace Weir.Providers.Json;

/// <summary>Reads members that may be absent, null or of another kind than expected, and copies values byte for byte.</summary>
internal static class ElementReading
{
    /// <summary>A member with another value than null; nothing when there is none, or this is no object.</summary>
    public static JsonElement? Find(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? FindObject(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>The items of a member that is a list; none when it is not.</summary>
    public static IEnumerable<JsonElement> FindItems(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? FindText(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? FindFlag(this JsonElement element, ReadOnlySpan<byte> name) => element.Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static long? FindCount(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var count) && count >= 0 ? count : null;

    /// <summary>Whether this is a string with at least one character.</summary>
    public static bool IsFilled(this JsonElement element) => element.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(element).Length > 2;

    /// <summary>Writes the value as it was received, escapes included.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, JsonElement value) =>
        writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);

    /// <summary>Writes a member with the value as it was received.</summary>
    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRaw(value);
    }
}

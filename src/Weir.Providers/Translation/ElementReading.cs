using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Providers.Translation;

/// <summary>Reads members of JSON from outside, which may be of any kind: what is not of the kind asked for is absent. Copies values byte for byte.</summary>
internal static class ElementReading
{
    /// <summary>A member with another value than null.</summary>
    public static bool TryMember(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>A member; an undefined element when there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) => element.TryMember(name, out var value) ? value : default;

    /// <summary>A member; nothing when there is none.</summary>
    public static JsonElement? Find(this JsonElement element, string name) => element.TryMember(name, out var value) ? value : null;

    /// <summary>A member that is an object; nothing when there is none.</summary>
    public static JsonElement? FindObject(this JsonElement element, string name) =>
        element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>The text of a string; null for anything else.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String ? WireText.Read(element) : null;

    /// <summary>The text of a string member; null when there is none.</summary>
    public static string? Text(this JsonElement element, string name) => element.TryMember(name, out var value) ? value.Text() : null;

    /// <summary>The text of a string as UTF-8, without a copy when it holds no escapes: base64 of many megabytes mostly holds none.</summary>
    public static ReadOnlySpan<byte> Utf8(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return default;
        }

        var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(element.Text()!) : raw;
    }

    /// <summary>A whole number member; null when there is none.</summary>
    public static long? Whole(this JsonElement element, string name) =>
        element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A whole number member that is not negative; null when there is none.</summary>
    public static long? Count(this JsonElement element, string name) => element.Whole(name) is >= 0 and var count ? count : null;

    /// <summary>A number member that may carry a fraction; null when there is none.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    /// <summary>A member that is true or false; null when there is none.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Whether a member is there and true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Flag(name) == true;

    /// <summary>The items of a list member; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Member(name).Items();

    /// <summary>The items of a list; none when the element is not one.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

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

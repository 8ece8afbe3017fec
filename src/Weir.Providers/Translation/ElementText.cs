using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Providers.Translation;

/// <summary>Reads members of JSON from outside, which may be of any kind: what is not of the kind asked for is absent.</summary>
internal static class ElementText
{
    /// <summary>A member with another value than null.</summary>
    public static bool TryMember(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>A member; an undefined element when there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) => element.TryMember(name, out var value) ? value : default;

    /// <summary>The text of a string; null for anything else. Half a surrogate pair becomes U+FFFD.</summary>
    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
        _ = reader.Read();
        return WireText.Read(reader);
    }

    /// <summary>The text of a string member; null when there is none.</summary>
    public static string? Text(this JsonElement element, string name) => element.TryMember(name, out var value) ? value.Text() : null;

    /// <summary>The text of a string as UTF-8, without a copy when it holds no escapes: base64 of many megabytes never does.</summary>
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

    /// <summary>A number member that may carry a fraction; null when there is none.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    /// <summary>Whether a member is there and true.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The items of a list member; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.TryMember(name, out var value) ? value.Items() : [];

    /// <summary>The items of a list; none when the element is not one.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Reads JSON from outside: what is missing or of another type than expected is simply not there.</summary>
internal static class JsonRead
{
    // Deeper than any schema in a tools list; the reader itself does not recurse.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>Parses an object. Null for anything else. The document refers to <paramref name="json"/> and must not outlive it.</summary>
    public static JsonDocument? ParseObject(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Not JSON: the caller records it as text.
        }

        return null;
    }

    public static bool TryGetArray(JsonElement parent, ReadOnlySpan<byte> name, out JsonElement array) =>
        TryGet(parent, name, JsonValueKind.Array, out array);

    public static bool TryGetObject(JsonElement parent, ReadOnlySpan<byte> name, out JsonElement value) =>
        TryGet(parent, name, JsonValueKind.Object, out value);

    /// <summary>A string that is not empty.</summary>
    public static bool TryGetText(JsonElement parent, ReadOnlySpan<byte> name, out JsonElement text) =>
        TryGet(parent, name, JsonValueKind.String, out text) && JsonText.IsPresent(text);

    /// <summary>A string that is not empty, decoded.</summary>
    public static bool TryGetString(JsonElement parent, ReadOnlySpan<byte> name, [NotNullWhen(true)] out string? text)
    {
        text = TryGetText(parent, name, out var element) ? JsonText.Decode(element) : null;
        return text is not null;
    }

    public static bool TryGetInteger(JsonElement parent, ReadOnlySpan<byte> name, out long value)
    {
        value = 0;
        return TryGet(parent, name, JsonValueKind.Number, out var number) && number.TryGetInt64(out value);
    }

    /// <summary>A property of an object, whatever its siblings are called.</summary>
    public static bool TryGetProperty(JsonElement parent, ReadOnlySpan<byte> name, out JsonElement value)
    {
        try
        {
            return parent.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Another name holds half a surrogate pair, which the document refuses to unescape even to compare it.
            return TryFind(parent, name, out value);
        }
    }

    /// <summary>Whether a property has this name.</summary>
    public static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? JsonText.Decode(raw) == Encoding.UTF8.GetString(name) : raw.SequenceEqual(name);
    }

    private static bool TryFind(JsonElement parent, ReadOnlySpan<byte> name, out JsonElement value)
    {
        value = default;
        foreach (var property in parent.EnumerateObject())
        {
            if (IsNamed(property, name))
            {
                value = property.Value;
            }
        }

        return value.ValueKind != JsonValueKind.Undefined;
    }

    private static bool TryGet(JsonElement parent, ReadOnlySpan<byte> name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && TryGetProperty(parent, name, out value) && value.ValueKind == kind;
    }
}

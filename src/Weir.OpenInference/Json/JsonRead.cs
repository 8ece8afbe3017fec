using System.Diagnostics.CodeAnalysis;
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

    private static bool TryGet(JsonElement parent, ReadOnlySpan<byte> name, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value) && value.ValueKind == kind;
    }
}

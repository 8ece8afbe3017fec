using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Reads single values of an <see cref="AttributeSet"/> back from their JSON.</summary>
internal static class AttributeJson
{
    /// <summary>A string value; null for anything else.</summary>
    public static string? Text(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != '"')
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        return reader.GetString();
    }

    /// <summary>A whole number, also one sent as a double; null for anything else.</summary>
    public static long? Whole(ReadOnlySpan<byte> json) =>
        Number(json) is { } number && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    /// <summary>A number digit for digit, never through a binary fraction; null for anything else and for what no decimal holds.</summary>
    public static decimal? Number(ReadOnlySpan<byte> json) =>
        !json.IsEmpty && json[0] != '"' && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The beginning of a text, without half a character at its end.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}

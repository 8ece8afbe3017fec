using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>Reads scalars and steps through containers of OTLP JSON, with the liberties that senders take.</summary>
internal static class JsonFields
{
    /// <summary>Steps into an object; false for null, which stands for an absent one.</summary>
    public static bool EnterObject(scoped in Utf8JsonReader reader) => Enter(reader, JsonTokenType.StartObject, "an object");

    /// <summary>Steps into an array; false for null, which stands for an empty one.</summary>
    public static bool EnterArray(scoped in Utf8JsonReader reader) => Enter(reader, JsonTokenType.StartArray, "an array");

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    /// <param name="reader">In an object: after its start, or at the last token of a member.</param>
    /// <param name="name">As it stands; one with escapes is none that we know.</param>
    public static bool NextMember(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        _ = reader.Read();
        name = reader.TokenType == JsonTokenType.PropertyName ? reader.ValueSpan : default;
        return reader.TokenType == JsonTokenType.PropertyName && reader.Read();
    }

    /// <summary>Moves to the next item; false at the end of the array.</summary>
    public static bool NextItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>A string token, else nothing for null.</summary>
    public static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader reader, JsonText text) => reader.TokenType switch
    {
        JsonTokenType.String => text.Read(reader),
        JsonTokenType.Null => default,
        _ => throw Unexpected(reader, "a string"),
    };

    /// <summary>64 bits without a sign, as a number or as a string of digits.</summary>
    public static ulong Unsigned(scoped in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => 0,
        _ when ulong.TryParse(Digits(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Unexpected(reader, "a whole number from 0 to 18446744073709551615"),
    };

    /// <summary>64 bits with a sign, as a number or as a string of digits.</summary>
    public static long Signed(scoped in Utf8JsonReader reader)
    {
        if (long.TryParse(Digits(reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        // 1e3 and 5.0 are whole numbers too, as protobuf's JSON mapping has it.
        return decimal.TryParse(Digits(reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && decimal.IsInteger(exact) && exact is >= long.MinValue and <= long.MaxValue
            ? (long)exact
            : throw Unexpected(reader, "a whole number of 64 bits");
    }

    /// <summary>A double, as a number or as a string, which may be NaN, Infinity or -Infinity.</summary>
    public static double Double(scoped in Utf8JsonReader reader) =>
        double.TryParse(Digits(reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected(reader, "a number");

    /// <summary>A count of 32 bits; larger ones become the largest.</summary>
    public static uint Count(scoped in Utf8JsonReader reader) => (uint)Math.Min(Unsigned(reader), uint.MaxValue);

    /// <summary>An enumeration: its number, or its name, whose place in the list is its number; 0 for a name that is not there.</summary>
    public static int Enumeration(scoped in Utf8JsonReader reader, ReadOnlySpan<string> names)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return 0;
        }

        if (int.TryParse(Digits(reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Bytes in hex of either case; nothing when it is not hex, so that the id is found to have the wrong length.</summary>
    public static ReadOnlySpan<byte> Hex(scoped in Utf8JsonReader reader, Span<byte> target)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected(reader, "a string of hex digits");
        }

        // One byte too many is as wrong as one too few, and must not look right.
        var digits = reader.ValueSpan;
        if (digits.IsEmpty)
        {
            return default;
        }

        return digits.Length == target.Length * 2 && Convert.FromHexString(digits, target, out _, out _) == OperationStatus.Done ? target : "?"u8;
    }

    public static InvalidDataException Unexpected(scoped in Utf8JsonReader reader, string expected) =>
        new($"The body is not an OTLP trace request: {reader.TokenType} at byte {reader.TokenStartIndex} should be {expected}.");

    private static bool Enter(scoped in Utf8JsonReader reader, JsonTokenType start, string expected) =>
        reader.TokenType == start || (reader.TokenType != JsonTokenType.Null ? throw Unexpected(reader, expected) : false);

    private static ReadOnlySpan<byte> Digits(scoped in Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.Number or JsonTokenType.String ? reader.ValueSpan : default;
}

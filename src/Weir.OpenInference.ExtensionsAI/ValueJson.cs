using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>JSON of what applications hand over as they please: arguments, results of tools, further options.</summary>
/// <remarks>
/// A trimmed program has JSON only of types that it generated it for. What there is none of is written as its text, so that the rest of the call is
/// still recorded.
/// </remarks>
internal static class ValueJson
{
    // Knows the types that arguments and results are made of; as it comes, it writes on many lines.
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON of one value.</summary>
    public static string Of(object? value) => value is null ? "null" : TrySerialize(value, value.GetType()) ?? InParts(value);

    /// <summary>JSON of the arguments of a call.</summary>
    public static string OfArguments(IDictionary<string, object?> arguments) =>
        TrySerialize(arguments, typeof(IDictionary<string, object?>)) ?? InParts(arguments);

    private static string? TrySerialize(object value, Type type)
    {
        if (!Compact.TryGetTypeInfo(type, out var known))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Serialize(value, known);
        }
        catch (NotSupportedException)
        {
            // Something inside of it.
            return null;
        }
    }

    private static string InParts(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        WriteParts(writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteParts(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case IEnumerable<KeyValuePair<string, object?>> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case sbyte or byte or short or ushort or uint or ulong or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if (TrySerialize(value, value.GetType()) is { } json)
        {
            writer.WriteRawValue(json);
        }
        else
        {
            WriteParts(writer, value);
        }
    }
}

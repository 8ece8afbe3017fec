using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Weir.Tracing.Datasets;

/// <summary>Hashes what an example says, whatever the order of its members and however its numbers are written.</summary>
public static class ExampleHash
{
    // Beyond this a double no longer holds every whole number.
    private const double LargestWhole = 1L << 53;

    public static ContentHash Of(JsonElement input, JsonElement output, JsonElement metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            Write(writer, input);
            Write(writer, output);
            Write(writer, metadata);
            writer.WriteEndArray();
        }

        return ContentHash.OfBytes(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value));
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        var members = value.EnumerateObject().Select(member => (Name: Name(member), member.Value));
        foreach (var (name, member) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }

    // Whole numbers of any length as they are; 1.0 and 1e0 as 1; else the shortest form of the double.
    private static string Number(JsonElement value)
    {
        var text = value.GetRawText();
        if (!text.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return text;
        }

        var number = value.GetDouble();
        return !double.IsFinite(number) ? text
            : Math.Abs(number) < LargestWhole && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    // A text with half a surrogate pair is no text in .NET: as it was written it is the same one again.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return member.ToString();
        }
    }
}

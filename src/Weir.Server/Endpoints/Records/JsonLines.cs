using System.Text.Json;
using Weir.Ledger.Activity;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Records;

/// <summary>Writes generations as JSON, one object a line.</summary>
internal static class JsonLines
{
    public static void Write(Utf8JsonWriter writer, GenerationPlace place, GenerationRow row)
    {
        writer.WriteStartObject();
        foreach (var column in ExportColumn.All)
        {
            writer.WritePropertyName(column.Name);
            WriteValue(writer, column.Value(place, row));
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case Usd money:
                money.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

using System.Text.Json;

namespace Weir.Tracing.Content;

/// <summary>Copies the parts of JSON that are no texts, for those who change its texts on the way.</summary>
public static class JsonTokens
{
    /// <summary>Copies a bracket, a number, or one of true, false and null, as it was written.</summary>
    /// <param name="reader">Stands on it. Names and strings are the caller's.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Copy(in Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}

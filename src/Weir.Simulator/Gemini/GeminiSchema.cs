using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Turns Google's schema, whose types are upper case, into a JSON schema.</summary>
internal static class GeminiSchema
{
    // {"type":"OBJECT","properties":{"city":{"type":"STRING"}}} → {"type":"object","properties":{"city":{"type":"string"}}}
    public static JsonElement Translate(JsonElement schema, string path)
    {
        schema.Checked(path);
        return JsonElement.Parse(JsonOutput.Build(json => Write(json, schema, isProperties: false)).Span);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, bool isProperties)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    WriteMember(json, member, isProperties);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item, isProperties: false);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    // A property may be called "type"; only the keyword is translated.
    private static void WriteMember(Utf8JsonWriter json, JsonProperty member, bool isProperties)
    {
        if (!isProperties && member.NameEquals("type") && member.Value.ValueKind == JsonValueKind.String)
        {
            json.WriteString("type", member.Value.GetString()!.ToLowerInvariant());
            return;
        }

        // Google writes these bounds as text: "maxItems":"3".
        json.WritePropertyName(member.Name);
        if (!isProperties && member.Value.ValueKind == JsonValueKind.String && member.Name.StartsWith('m') && long.TryParse(member.Value.GetString(), out var bound))
        {
            json.WriteNumberValue(bound);
            return;
        }

        Write(json, member.Value, isProperties: !isProperties && member.NameEquals("properties"));
    }
}

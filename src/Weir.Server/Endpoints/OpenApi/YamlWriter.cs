using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>Writes JSON as block-style YAML 1.2.</summary>
/// <remarks>
/// <code>
/// "paths":
///   "/models":
///     "get": { }
///   - "item"
/// </code>
/// Names and texts stand in JSON's double quotes, which YAML reads alike; so no text can be mistaken for a number, a date or a mark.
/// </remarks>
internal static class YamlWriter
{
    private const int Step = 2;

    public static string Write(JsonNode document)
    {
        var text = new StringBuilder();
        WriteBlock(text, document, indent: 0);
        return text.ToString();
    }

    private static void WriteBlock(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach (var (name, value) in members)
                {
                    _ = text.Append(' ', indent).Append(Quote(name)).Append(':');
                    WriteValue(text, value, indent + Step);
                }

                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in items)
                {
                    _ = text.Append(' ', indent).Append('-');
                    WriteValue(text, item, indent + Step);
                }

                break;
            default:
                _ = text.Append(' ', indent).Append(Scalar(node)).Append('\n');
                break;
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, int indent)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            _ = text.Append('\n');
            WriteBlock(text, value, indent);
            return;
        }

        _ = text.Append(' ').Append(Scalar(value)).Append('\n');
    }

    // An empty object or list too: {} and [] mean the same in YAML.
    private static string Scalar(JsonNode? node) => node?.ToJsonString() ?? "null";

    private static string Quote(string name) => $"\"{JsonEncodedText.Encode(name)}\"";
}

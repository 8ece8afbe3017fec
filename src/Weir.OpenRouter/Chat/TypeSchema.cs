using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Weir.OpenRouter;

/// <summary>Makes the JSON schema of a C# type, as strict structured outputs want it: every member required, no others.</summary>
internal static class TypeSchema
{
    private const int LongestName = 64;

    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = static (_, node) => Close(node) };

    public static JsonElement Of(JsonTypeInfo type) => JsonElement.Parse(type.GetJsonSchemaAsNode(Options).ToJsonString());

    /// <summary>The name of the type, in the letters that names of schemas may have.</summary>
    public static string NameOf(JsonTypeInfo type)
    {
        var name = new string([.. type.Type.Name.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private static JsonNode Close(JsonNode node)
    {
        if (node is JsonObject schema && schema["properties"] is JsonObject properties)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. properties.Select(static property => (JsonNode)property.Key)]);
        }

        return node;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>JSON schemas of wire records.</summary>
internal static class ApiSchemas
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonNode Of(JsonTypeInfo record)
    {
        var schema = record.GetJsonSchemaAsNode(Options);
        WriteOut(schema, schema);
        return schema;
    }

    // A record that stands twice in another is a reference to its first place, which leads nowhere once the schema is part of a document.
    private static void WriteOut(JsonNode? node, JsonNode root)
    {
        switch (node)
        {
            case JsonObject parent:
                foreach (var name in parent.Select(member => member.Key).ToArray())
                {
                    if (TargetOf(parent[name], root) is { } target)
                    {
                        parent[name] = target;
                    }

                    WriteOut(parent[name], root);
                }

                break;
            case JsonArray list:
                for (var index = 0; index < list.Count; index++)
                {
                    WriteOut(list[index], root);
                }

                break;
        }
    }

    private static JsonNode? TargetOf(JsonNode? node, JsonNode root)
    {
        if (node is not JsonObject reference || reference["$ref"] is not JsonValue pointer || pointer.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        var target = root;
        foreach (var step in pointer.GetValue<string>().Split('/').Skip(1))
        {
            target = target is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : target[step]!;
        }

        return target.DeepClone();
    }

    /// <summary><c>DataResponse&lt;IReadOnlyList&lt;KeyRecord&gt;&gt;</c> becomes <c>KeyRecordListResponse</c>.</summary>
    public static string NameOf(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var inner = NameOf(type.GetGenericArguments()[0]);
        return type.GetGenericTypeDefinition() == typeof(DataResponse<>) ? inner + "Response" : inner + "List";
    }

    /// <summary>The envelope of every refusal and failure.</summary>
    public static JsonObject Error() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("error"),
        ["properties"] = new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("code", "message"),
                ["properties"] = new JsonObject
                {
                    ["code"] = new JsonObject { ["type"] = "integer" },
                    ["message"] = new JsonObject { ["type"] = "string" },
                    ["metadata"] = new JsonObject { ["type"] = new JsonArray("object", "null") },
                },
            },
        },
    };

    // The exporter cannot look into a converter: money is written as a number.
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type != typeof(Usd))
        {
            return schema;
        }

        return new JsonObject { ["type"] = type == context.TypeInfo.Type ? "number" : new JsonArray("number", "null") };
    }
}

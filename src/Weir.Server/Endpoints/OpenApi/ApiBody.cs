using System.Text.Json.Nodes;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>A request body: an object with some members that are known by name; an open one takes others too.</summary>
/// <param name="IsOpen">Whether members that are not listed pass.</param>
/// <param name="Members">Name and JSON type; a name that ends in <c>!</c> is required, a type that ends in <c>?</c> can be null, <c>any</c> is all of them.</param>
internal sealed record ApiBody(bool IsOpen, params (string Name, string Type)[] Members)
{
    public JsonObject Describe()
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, type) in Members)
        {
            var plain = name.TrimEnd('!');
            properties[plain] = type == "any" ? new JsonObject() : new JsonObject { ["type"] = TypeOf(type) };
            if (plain != name)
            {
                required.Add(plain);
            }
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = IsOpen };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }

    private static JsonNode TypeOf(string type) => type.EndsWith('?') ? new JsonArray(type[..^1], "null") : JsonValue.Create(type);
}

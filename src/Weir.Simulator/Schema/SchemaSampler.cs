using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Schema;

/// <summary>Makes a JSON value that fits a JSON schema, with words of the prompt where the schema leaves them free.</summary>
/// <remarks>Not looked at: not, if/then/else, contains, patternProperties, propertyNames, dependent*; a second branch of anyOf or oneOf; bounds beyond 10^15.</remarks>
internal sealed class SchemaSampler(JsonElement root, PromptWords prompt, SeededRandom random)
{
    /// <summary>From this depth on only what the schema insists on is made.</summary>
    private const int SpareDepth = 4;

    private const int DeepestLevel = 32;
    private const int MostValues = 10_000;
    private const int UniqueTries = 25;

    private readonly SchemaMerger _merger = new(root);
    private readonly SchemaStrings _strings = new(prompt, random);
    private int _valueCount;

    /// <exception cref="RefusalException">The schema asks for too much, or refers to what is not there.</exception>
    public JsonNode? Sample() => Value([root], "answer", depth: 0);

    private JsonNode? Value(IEnumerable<JsonElement> schemas, string name, int depth)
    {
        if (++_valueCount > MostValues)
        {
            throw JsonFields.Refuse($"Invalid schema: it asks for more than {MostValues} values.", "schema", "invalid_json_schema");
        }

        var schema = _merger.Merge(schemas, preferSimple: depth >= SpareDepth);
        if (schema.Impossible || depth > DeepestLevel)
        {
            return null;
        }

        if (schema.Keyword("const") is { } constant)
        {
            return Node(constant);
        }

        if (schema.Keyword("enum") is { ValueKind: JsonValueKind.Array } options && options.GetArrayLength() > 0)
        {
            return Node(PickOption(options));
        }

        return schema.Type() switch
        {
            "object" => Object(schema, depth),
            "array" => Array(schema, name, depth),
            "integer" => JsonValue.Create(SchemaNumbers.Integer(schema, random)),
            "number" => JsonValue.Create(SchemaNumbers.Number(schema, random)),
            "boolean" => JsonValue.Create(random.Below(2) == 0),
            "null" => null,
            _ => JsonValue.Create(_strings.Make(schema, name)),
        };
    }

    private JsonElement PickOption(JsonElement options)
    {
        var values = options.EnumerateArray().Where(option => option.ValueKind != JsonValueKind.Null).ToList();
        return values.Count > 0 ? random.Pick(values) : options[0];
    }

    private JsonObject Object(MergedSchema schema, int depth)
    {
        var made = new JsonObject();
        var most = schema.Count("maxProperties") ?? int.MaxValue;
        foreach (var (name, schemas) in schema.Properties)
        {
            var isRequired = schema.Required.Contains(name);
            var room = most - made.Count - schema.Required.Count(other => !made.ContainsKey(other));
            if (isRequired || (depth < SpareDepth && room > 0 && !IsNever(schemas)))
            {
                made[name] = Value(schemas, name, depth + 1);
            }
        }

        var others = schema.Keyword("additionalProperties") is { ValueKind: JsonValueKind.Object } other ? new[] { other } : [];
        foreach (var name in schema.Required.Where(name => !made.ContainsKey(name)).ToList())
        {
            made[name] = Value(others, name, depth + 1);
        }

        // A map ({"type":"object","additionalProperties":{…}}) is dull when empty.
        var least = Math.Max(schema.Count("minProperties") ?? 0, schema.Properties.Count == 0 && others.Length > 0 && depth < SpareDepth ? 1 : 0);
        for (var i = 0; made.Count < Math.Min(least, most); i++)
        {
            var key = prompt.Topics[i % prompt.Topics.Length] + (i < prompt.Topics.Length ? "" : "_" + i);
            made[key] = Value(others, key, depth + 1);
        }

        return made;
    }

    private static bool IsNever(List<JsonElement> schemas) => schemas.Exists(schema => schema.ValueKind == JsonValueKind.False);

    private JsonArray Array(MergedSchema schema, string name, int depth)
    {
        var made = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isSet = schema.Keyword("uniqueItems") is { ValueKind: JsonValueKind.True };
        var count = Length(schema, depth);
        for (var tries = 0; made.Count < count && tries < count + UniqueTries; tries++)
        {
            var item = Value(ItemSchema(schema, made.Count), name, depth + 1);
            if (!isSet || seen.Add(item?.ToJsonString() ?? "null"))
            {
                made.Add(item);
            }
        }

        return made;
    }

    private int Length(MergedSchema schema, int depth)
    {
        var prefix = schema.Keyword("prefixItems") is { ValueKind: JsonValueKind.Array } tuple ? tuple.GetArrayLength() : 0;
        var least = Math.Max(schema.Count("minItems") ?? 0, prefix);
        var isClosed = prefix > 0 && schema.Keyword("items") is { ValueKind: JsonValueKind.False };
        var wanted = depth >= SpareDepth || isClosed ? least : Math.Max(least, 1 + random.Below(3));
        return Math.Min(wanted, schema.Count("maxItems") ?? int.MaxValue);
    }

    private static JsonElement[] ItemSchema(MergedSchema schema, int index)
    {
        if (schema.Keyword("prefixItems") is { ValueKind: JsonValueKind.Array } tuple && index < tuple.GetArrayLength())
        {
            return [tuple[index]];
        }

        return schema.Keyword("items") is { } items ? [items] : [];
    }

    private static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}

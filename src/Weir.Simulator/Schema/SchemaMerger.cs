using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Schema;

/// <summary>Resolves a schema of one document into a <see cref="MergedSchema"/>.</summary>
internal sealed class SchemaMerger(JsonElement root)
{
    // A schema that refers to itself without a level of data between never ends; no real one is folded from more parts.
    private const int MostParts = 200;

    /// <param name="preferSimple">Take the branch of anyOf and oneOf that ends the recursion, not the first.</param>
    public MergedSchema Merge(IEnumerable<JsonElement> schemas, bool preferSimple)
    {
        var merged = new MergedSchema();
        var waiting = new Queue<JsonElement>(schemas);
        for (var parts = 0; waiting.TryDequeue(out var schema); parts++)
        {
            if (parts == MostParts)
            {
                throw JsonFields.Refuse($"Invalid schema: it refers to itself, or joins more than {MostParts} schemas.", "schema", "invalid_json_schema");
            }

            if (schema.ValueKind == JsonValueKind.False)
            {
                merged.Impossible = true;
            }

            if (schema.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            merged.Add(schema);
            foreach (var part in Parts(schema, preferSimple))
            {
                waiting.Enqueue(part);
            }
        }

        return merged;
    }

    private IEnumerable<JsonElement> Parts(JsonElement schema, bool preferSimple)
    {
        if (schema.Field("$ref") is { ValueKind: JsonValueKind.String } reference)
        {
            yield return Resolve(reference.GetString()!);
        }

        foreach (var part in List(schema, "allOf"))
        {
            yield return part;
        }

        foreach (var keyword in (string[])["anyOf", "oneOf"])
        {
            var branches = List(schema, keyword).FindAll(branch => branch.ValueKind != JsonValueKind.False);
            if (branches.Count > 0)
            {
                yield return preferSimple && branches.Exists(IsSimple) ? branches.Find(IsSimple) : branches[0];
            }
        }
    }

    private static List<JsonElement> List(JsonElement schema, string keyword) =>
        schema.Field(keyword) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static bool IsSimple(JsonElement branch) =>
        branch.Field("const") is not null
        || branch.Field("enum") is not null
        || (branch.Field("type") is { ValueKind: JsonValueKind.String } type && type.GetString() is not ("object" or "array"));

    // "#", "#/$defs/node", "#/properties/a~1b"
    private JsonElement Resolve(string reference)
    {
        var target = root;
        foreach (var segment in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            target = Child(target, name)
                ?? throw JsonFields.Refuse($"Invalid schema: '{reference}' refers to nothing in this schema.", "schema", "invalid_json_schema");
        }

        return target;
    }

    private static JsonElement? Child(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Array)
        {
            return parent.Field(name);
        }

        return int.TryParse(name, out var index) && index >= 0 && index < parent.GetArrayLength() ? parent[index] : null;
    }
}

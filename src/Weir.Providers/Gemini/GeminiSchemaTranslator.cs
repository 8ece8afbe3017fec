using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes a JSON schema with the keywords Gemini knows; others are said in them where that is possible, and left out where not.</summary>
/// <remarks>
/// Source: https://ai.google.dev/api/generate-content (responseJsonSchema), which parametersJsonSchema follows.
/// <code>
/// {"$ref":"#/definitions/A","title":"x"}     {"$ref":"#/$defs/A"}
/// {"const":"a"}                              {"enum":["a"]}
/// {"type":"integer","exclusiveMinimum":0}    {"type":"integer","minimum":1}
/// {"allOf":[{"properties":{"a":{}}}]}        {"properties":{"a":{}}}
/// </code>
/// </remarks>
internal static class GeminiSchemaTranslator
{
    private static readonly FrozenSet<string> Copied = FrozenSet.Create(
        StringComparer.Ordinal,
        "$id", "$anchor", "type", "format", "title", "description", "nullable", "default", "pattern", "minLength", "maxLength", "minItems", "maxItems",
        "minProperties", "maxProperties", "minimum", "maximum", "propertyOrdering");

    private static readonly FrozenDictionary<string, string> NamedSchemas = new Dictionary<string, string>
    {
        ["properties"] = "properties",
        ["$defs"] = "$defs",
        ["definitions"] = "$defs",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> SchemaLists = new Dictionary<string, string>
    {
        ["anyOf"] = "anyOf",
        ["oneOf"] = "anyOf",
        ["prefixItems"] = "prefixItems",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Write(Utf8JsonWriter writer, JsonElement schema)
    {
        writer.WriteStartObject();
        var all = Merged(schema);
        if (all.Find(part => part.Text("$ref") is not null) is { ValueKind: JsonValueKind.Object } reference)
        {
            // Beside a reference nothing but definitions may stand.
            writer.WriteString("$ref"u8, reference.Text("$ref")!.Replace("#/definitions/", "#/$defs/", StringComparison.Ordinal));
            WriteNamed(writer, all, "$defs");
            writer.WriteEndObject();
            return;
        }

        WriteMembers(writer, all);
        WriteNamed(writer, all, "properties");
        WriteRequired(writer, all);
        WriteNamed(writer, all, "$defs");
        writer.WriteEndObject();
    }

    // The schema and everything it is all of: Gemini knows no allOf.
    private static List<JsonElement> Merged(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        List<JsonElement> all = [schema];
        foreach (var part in schema.Items("allOf"))
        {
            all.AddRange(Merged(part));
        }

        return all;
    }

    private static void WriteMembers(Utf8JsonWriter writer, List<JsonElement> all)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in all.SelectMany(part => part.EnumerateObject()))
        {
            if (Copied.Contains(member.Name))
            {
                if (written.Add(member.Name))
                {
                    writer.WritePropertyName(member.Name);
                    writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
                }
            }
            else if (SchemaLists.TryGetValue(member.Name, out var list))
            {
                if (written.Add(list))
                {
                    WriteList(writer, list, member.Value);
                }
            }
            else
            {
                WriteSpecial(writer, all, member, written);
            }
        }
    }

    private static void WriteSpecial(Utf8JsonWriter writer, List<JsonElement> all, JsonProperty member, HashSet<string> written)
    {
        switch (member.Name)
        {
            case "const" or "enum" when written.Add("enum"):
                WriteEnum(writer, member.Name == "const" ? [member.Value] : member.Value.Items());
                break;
            case "exclusiveMinimum" when !all.Exists(part => part.TryMember("minimum", out _)) && written.Add("minimum"):
                WriteBound(writer, "minimum"u8, all, member.Value, 1);
                break;
            case "exclusiveMaximum" when !all.Exists(part => part.TryMember("maximum", out _)) && written.Add("maximum"):
                WriteBound(writer, "maximum"u8, all, member.Value, -1);
                break;
            case "items" when member.Value.ValueKind == JsonValueKind.Array && written.Add("prefixItems"):
                WriteList(writer, "prefixItems", member.Value);
                break;
            case "items" when member.Value.ValueKind == JsonValueKind.Object && written.Add("items"):
                writer.WritePropertyName("items"u8);
                Write(writer, member.Value);
                break;
            case "additionalProperties" when written.Add(member.Name):
                WriteAdditional(writer, member.Value);
                break;
        }
    }

    private static void WriteAdditional(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WritePropertyName("additionalProperties"u8);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            value.WriteTo(writer);
            return;
        }

        Write(writer, value);
    }

    // Values are strings and numbers; true, false and null are what the type says.
    private static void WriteEnum(Utf8JsonWriter writer, IEnumerable<JsonElement> values)
    {
        var taken = values.Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number).ToArray();
        if (taken.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("enum"u8);
        foreach (var value in taken)
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    // Of whole numbers the next one is the bound; of others the bound itself is as near as Gemini can say it.
    private static void WriteBound(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<JsonElement> all, JsonElement bound, int step)
    {
        if (bound.ValueKind != JsonValueKind.Number)
        {
            return;
        }

        writer.WritePropertyName(name);
        if (all.Exists(part => part.Text("type") == "integer") && bound.TryGetInt64(out var whole) && whole is > long.MinValue and < long.MaxValue)
        {
            writer.WriteNumberValue(whole + step);
            return;
        }

        bound.WriteTo(writer);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, JsonElement schemas)
    {
        writer.WriteStartArray(name);
        foreach (var schema in schemas.Items())
        {
            Write(writer, schema);
        }

        writer.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter writer, List<JsonElement> all, string name)
    {
        var lists = all.SelectMany(part => part.EnumerateObject())
            .Where(member => NamedSchemas.GetValueOrDefault(member.Name) == name && member.Value.ValueKind == JsonValueKind.Object).ToArray();
        if (lists.Length == 0)
        {
            return;
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject(name);
        foreach (var schema in lists.SelectMany(list => list.Value.EnumerateObject()).Where(schema => written.Add(schema.Name)))
        {
            writer.WritePropertyName(schema.Name);
            Write(writer, schema.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter writer, List<JsonElement> all)
    {
        var names = all.SelectMany(part => part.Items("required")).Select(name => name.Text()).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("required"u8);
        Array.ForEach(names, writer.WriteStringValue);
        writer.WriteEndArray();
    }
}

using System.Text.Json;

namespace Weir.Simulator.Schema;

/// <summary>Several schemas that must all hold, folded into one: <c>$ref</c> followed, <c>allOf</c> joined, one branch of <c>anyOf</c> and <c>oneOf</c> taken.</summary>
internal sealed class MergedSchema
{
    private static readonly (string Keyword, string Type)[] TypeHints =
    [
        ("additionalProperties", "object"), ("minProperties", "object"),
        ("items", "array"), ("prefixItems", "array"), ("minItems", "array"), ("uniqueItems", "array"),
        ("minimum", "number"), ("maximum", "number"), ("exclusiveMinimum", "number"), ("exclusiveMaximum", "number"), ("multipleOf", "number"),
    ];

    private readonly Dictionary<string, JsonElement> _keywords = new(StringComparer.Ordinal);

    /// <summary>Schemas of each property, in the order they are declared.</summary>
    public List<KeyValuePair<string, List<JsonElement>>> Properties { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>A schema said <c>false</c>: no value fits.</summary>
    public bool Impossible { get; set; }

    public bool Has(string keyword) => _keywords.ContainsKey(keyword);

    public JsonElement? Keyword(string name) => _keywords.TryGetValue(name, out var value) ? value : null;

    public decimal? Number(string name) =>
        Keyword(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    public int? Count(string name) => Number(name) is { } number and >= 0 ? (int)Math.Min(number, int.MaxValue) : null;

    public string? Text(string name) => Keyword(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public void Add(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref" or "allOf" or "anyOf" or "oneOf" or "$defs" or "definitions":
                    break;
                case "properties" when keyword.Value.ValueKind == JsonValueKind.Object:
                    AddProperties(keyword.Value);
                    break;
                case "required" when keyword.Value.ValueKind == JsonValueKind.Array:
                    Required.UnionWith(Strings(keyword.Value));
                    break;
                default:
                    _keywords[keyword.Name] = _keywords.TryGetValue(keyword.Name, out var before) ? Tighter(keyword.Name, before, keyword.Value) : keyword.Value;
                    break;
            }
        }
    }

    /// <summary>The type to make: the declared one, null last, or what the other keywords suggest.</summary>
    public string Type()
    {
        if (Keyword("type") is { } declared)
        {
            var types = Types(declared).ToList();
            return types.Find(type => type != "null") ?? types.FirstOrDefault() ?? "null";
        }

        if (Properties.Count > 0 || Required.Count > 0)
        {
            return "object";
        }

        return TypeHints.FirstOrDefault(hint => Has(hint.Keyword)).Type ?? "string";
    }

    private void AddProperties(JsonElement properties)
    {
        foreach (var property in properties.EnumerateObject())
        {
            var known = Properties.Find(other => other.Key == property.Name).Value;
            if (known is null)
            {
                Properties.Add(KeyValuePair.Create(property.Name, new List<JsonElement> { property.Value }));
                continue;
            }

            known.Add(property.Value);
        }
    }

    private static JsonElement Tighter(string keyword, JsonElement before, JsonElement after) => keyword switch
    {
        "minimum" or "exclusiveMinimum" or "minLength" or "minItems" or "minProperties" => Order(before, after).Greater,
        "maximum" or "exclusiveMaximum" or "maxLength" or "maxItems" or "maxProperties" => Order(before, after).Less,
        "type" => Types(before).Contains(Types(after).FirstOrDefault() ?? "") ? after : before,
        "enum" => before.GetArrayLength() <= after.GetArrayLength() ? before : after,
        _ => after,
    };

    private static (JsonElement Less, JsonElement Greater) Order(JsonElement one, JsonElement other)
    {
        var areNumbers = one.ValueKind == JsonValueKind.Number && other.ValueKind == JsonValueKind.Number;
        return areNumbers && one.GetDouble() > other.GetDouble() ? (other, one) : (one, other);
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => [type.GetString()!],
        JsonValueKind.Array => Strings(type),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement array) =>
        array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}

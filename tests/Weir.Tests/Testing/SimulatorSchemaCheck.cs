using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weir.Tests.Testing;

/// <summary>A small JSON schema validator, written apart from the sampler it checks.</summary>
internal sealed class SimulatorSchemaCheck
{
    private readonly JsonElement _root;
    private readonly List<string> _violations = [];

    private SimulatorSchemaCheck(JsonElement root) => _root = root;

    public static IReadOnlyList<string> Violations(string schema, string json)
    {
        var root = JsonElement.Parse(schema);
        return Violations(root, root, JsonElement.Parse(json));
    }

    /// <summary>Checks a value against a schema whose references are paths from a root.</summary>
    public static IReadOnlyList<string> Violations(JsonElement root, JsonElement schema, JsonElement value)
    {
        var check = new SimulatorSchemaCheck(root);
        check.Check(schema, value, "$");
        return check._violations;
    }

    private void Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Expect(schema.ValueKind == JsonValueKind.True, path, "nothing is allowed here");
            return;
        }

        foreach (var rule in schema.EnumerateObject())
        {
            CheckRule(schema, rule, value, path);
        }
    }

    private void CheckRule(JsonElement schema, JsonProperty rule, JsonElement value, string path)
    {
        switch (rule.Name)
        {
            case "$ref":
                Check(Resolve(rule.Value.GetString()!), value, path);
                break;
            case "type":
                Expect(Types(rule.Value).Any(type => IsOfType(value, type)), path, $"type {rule.Value}");
                break;
            case "const":
                Expect(JsonElement.DeepEquals(rule.Value, value), path, "const");
                break;
            case "enum":
                Expect(rule.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)), path, "enum");
                break;
            case "allOf":
                rule.Value.EnumerateArray().ToList().ForEach(part => Check(part, value, path));
                break;
            case "anyOf":
                CheckChoice(rule, value, path, fitting => fitting > 0);
                break;
            case "oneOf":
                CheckChoice(rule, value, path, fitting => fitting == 1);
                break;
            default:
                CheckByKind(schema, rule, value, path);
                break;
        }
    }

    private void CheckByKind(JsonElement schema, JsonProperty rule, JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, rule, value, path);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, rule, value, path);
                break;
            case JsonValueKind.String:
                CheckString(rule, value.GetString()!, path);
                break;
            case JsonValueKind.Number:
                CheckNumber(rule, value.GetDecimal(), path);
                break;
        }
    }

    private void CheckObject(JsonElement schema, JsonProperty rule, JsonElement value, string path)
    {
        var names = value.EnumerateObject().Select(property => property.Name).ToList();
        switch (rule.Name)
        {
            case "properties":
                foreach (var property in rule.Value.EnumerateObject().Where(property => names.Contains(property.Name)))
                {
                    Check(property.Value, value.GetProperty(property.Name), $"{path}.{property.Name}");
                }

                break;
            case "required":
                Expect(rule.Value.EnumerateArray().All(name => names.Contains(name.GetString()!)), path, $"required {rule.Value}");
                break;
            case "minProperties":
                Expect(names.Count >= rule.Value.GetInt32(), path, rule.Name);
                break;
            case "maxProperties":
                Expect(names.Count <= rule.Value.GetInt32(), path, rule.Name);
                break;
            case "additionalProperties":
                var known = schema.TryGetProperty("properties", out var declared) ? declared.EnumerateObject().Select(property => property.Name).ToHashSet() : [];
                foreach (var name in names.Where(name => !known.Contains(name)))
                {
                    Check(rule.Value, value.GetProperty(name), $"{path}.{name}");
                }

                break;
        }
    }

    private void CheckArray(JsonElement schema, JsonProperty rule, JsonElement value, string path)
    {
        var count = value.GetArrayLength();
        var prefix = schema.TryGetProperty("prefixItems", out var tuple) ? tuple.GetArrayLength() : 0;
        switch (rule.Name)
        {
            case "items":
                value.EnumerateArray().Skip(prefix).ToList().ForEach(item => Check(rule.Value, item, path + "[]"));
                break;
            case "prefixItems":
                rule.Value.EnumerateArray().Zip(value.EnumerateArray()).ToList().ForEach(pair => Check(pair.First, pair.Second, path + "[]"));
                break;
            case "minItems":
                Expect(count >= rule.Value.GetInt32(), path, rule.Name);
                break;
            case "maxItems":
                Expect(count <= rule.Value.GetInt32(), path, rule.Name);
                break;
            case "uniqueItems":
                Expect(value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == count, path, rule.Name);
                break;
        }
    }

    private void CheckString(JsonProperty rule, string value, string path)
    {
        var length = value.EnumerateRunes().Count();
        var fits = rule.Name switch
        {
            "minLength" => length >= rule.Value.GetInt32(),
            "maxLength" => length <= rule.Value.GetInt32(),
            "pattern" => Regex.IsMatch(value, rule.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)),
            "format" => IsOfFormat(value, rule.Value.GetString()!),
            _ => true,
        };
        Expect(fits, path, $"{rule.Name} {rule.Value}: '{value}'");
    }

    private void CheckNumber(JsonProperty rule, decimal value, string path)
    {
        var fits = rule.Name switch
        {
            "minimum" => value >= rule.Value.GetDecimal(),
            "maximum" => value <= rule.Value.GetDecimal(),
            "exclusiveMinimum" => value > rule.Value.GetDecimal(),
            "exclusiveMaximum" => value < rule.Value.GetDecimal(),
            "multipleOf" => value % rule.Value.GetDecimal() == 0,
            _ => true,
        };
        Expect(fits, path, $"{rule.Name} {rule.Value}: {value}");
    }

    // What is wrong with the nearest option says more than that none fits.
    private void CheckChoice(JsonProperty rule, JsonElement value, string path, Func<int, bool> isEnough)
    {
        var options = rule.Value.EnumerateArray().Select(option => Violations(_root, option, value)).ToList();
        var fitting = options.Count(violations => violations.Count == 0);
        var nearest = options.Count == 0 ? [] : options.MinBy(violations => violations.Count)!;
        Expect(isEnough(fitting), path, $"{rule.Name}: {fitting} of {options.Count} options fit {string.Join("; ", nearest)}");
    }

    private void Expect(bool holds, string path, string rule)
    {
        if (!holds)
        {
            _violations.Add($"{path}: {rule}");
        }
    }

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(_root, (node, name) => node.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!) : [type.GetString()!];

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => value.ValueKind == JsonValueKind.Number && value.GetDecimal() == decimal.Truncate(value.GetDecimal()),
    };

    private static bool IsOfFormat(string value, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => value.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _),
        "uuid" => Guid.TryParseExact(value, "D", out _),
        "email" => Regex.IsMatch(value, "^[^@ ]+@[^@ ]+$", RegexOptions.None, TimeSpan.FromSeconds(1)),
        "uri" => Uri.TryCreate(value, UriKind.Absolute, out _),
        "ipv4" or "ipv6" => System.Net.IPAddress.TryParse(value, out _),
        _ => value.Length > 0,
    };
}

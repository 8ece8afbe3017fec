using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary><c>docs/configuration.md</c> has every key of the schema, with its type, its default and an example that the schema takes; and no other key.</summary>
public sealed partial class ConfigurationPageTests
{
    private static readonly JsonObject Schema = Load();
    private static readonly string Page = File.ReadAllText(Find("docs/configuration.md"));

    [Fact]
    public void Page_HasTheKeysOfTheSchema_AndNoOther()
    {
        var keys = KeysOf(Schema, "").Select(key => key.Path).ToArray();
        var rows = Rows().Select(row => row.Path).ToArray();

        Assert.True(keys.Length > 150, $"Only {keys.Length} keys were found in the schema.");
        Assert.Equal([], keys.Except(rows).Select(key => $"{key} is not on the page"));
        Assert.Equal([], rows.Except(keys).Select(key => $"{key} is not in the schema"));
        Assert.Equal([], rows.GroupBy(key => key).Where(key => key.Count() > 1).Select(key => $"{key.Key} is on the page twice"));
    }

    [Fact]
    public void Row_SaysWhatTheSchemaSays()
    {
        var keys = KeysOf(Schema, "").ToDictionary(key => key.Path);

        Assert.Equal([], Rows().Where(row => keys.ContainsKey(row.Path)).SelectMany(row => Wrong(row, keys[row.Path].Node, keys[row.Path].IsRequired)));
    }

    [Fact]
    public void ExampleAtTheHead_CanBeUsed()
    {
        var example = CodeBlock().Match(Page).Groups["json"].Value;

        var configuration = ConfigurationReader.Read(Encoding.UTF8.GetBytes(example));

        Assert.Equal("acme/small", configuration.DefaultModel);
    }

    private static IEnumerable<string> Wrong(Row row, JsonObject schema, bool isRequired)
    {
        if (row.Type != TypeOf(schema))
        {
            yield return $"{row.Path}: the type is {TypeOf(schema)}, and not {row.Type}";
        }

        var expected = schema["default"] is { } value ? $"`{Spaced(value)}`" : isRequired ? "required" : null;
        if (expected is not null && row.Default != expected)
        {
            yield return $"{row.Path}: the default is {expected}, and not {row.Default}";
        }
        else if (expected is null && (row.Default.Length == 0 || row.Default.StartsWith('`')))
        {
            yield return $"{row.Path}: what stands for a missing value must be said in words: the schema has no default";
        }

        if (row.Meaning.Length == 0)
        {
            yield return $"{row.Path}: it does not say what the key is for";
        }

        if (IsTimed(row.Path) && row.Unit.Length == 0)
        {
            yield return $"{row.Path}: the unit is missing";
        }

        if (!Takes(schema, JsonNode.Parse(row.Example)))
        {
            yield return $"{row.Path}: the schema does not take the example {row.Example}";
        }
    }

    private static bool IsTimed(string path) =>
        path.EndsWith("_ms", StringComparison.Ordinal) || path.EndsWith("_days", StringComparison.Ordinal) || path.EndsWith("_minutes", StringComparison.Ordinal)
        || path.EndsWith("_hours", StringComparison.Ordinal) || path.EndsWith("_usd", StringComparison.Ordinal) || path.Contains("tokens", StringComparison.Ordinal) && !path.Contains("supports", StringComparison.Ordinal);

    // Every key with the schema of its value; one of items and of names that the operator gives is written with [] and *.
    private static IEnumerable<(string Path, JsonObject Node, bool IsRequired)> KeysOf(JsonObject schema, string path)
    {
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            var own = path.Length == 0 ? name : $"{path}.{name}";
            var node = member!.AsObject();
            yield return (own, node, schema["required"] is JsonArray required && required.Any(item => item!.GetValue<string>() == name));
            var inner = new[] { (Schema: node, Path: own), (Schema: node["items"] as JsonObject, Path: own + "[]"), (Schema: node["additionalProperties"] as JsonObject, Path: own + ".*") };
            foreach (var key in inner.Where(next => next.Schema is not null).SelectMany(next => KeysOf(next.Schema!, next.Path)))
            {
                yield return key;
            }
        }
    }

    private static string TypeOf(JsonObject schema)
    {
        if (schema.ContainsKey("$ref"))
        {
            return "price";
        }

        if (schema["enum"] is JsonArray words)
        {
            return string.Join(" or ", words.Select(word => word!.ToJsonString()));
        }

        var type = schema["type"]!.GetValue<string>();
        return type == "array" ? "list of " + TypeOf(schema["items"]!.AsObject())
            : type + (schema["minimum"] is { } least ? $" from {least}" : "") + (schema["maximum"] is { } most ? $" to {most}" : "");
    }

    private static bool Takes(JsonObject schema, JsonNode? value)
    {
        if (schema.ContainsKey("$ref"))
        {
            return value is JsonValue price && decimal.TryParse(price.GetValue<string>(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.Any(word => JsonNode.DeepEquals(word, value));
        }

        return schema["type"]!.GetValue<string>() switch
        {
            "array" => value is JsonArray list && list.All(item => Takes(schema["items"]!.AsObject(), item)),
            "object" => value is JsonObject members && TakesMembers(schema, members),
            "string" => value is JsonValue text && text.GetValueKind() == JsonValueKind.String && TakesText(schema, text.GetValue<string>()),
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "integer" => value is JsonValue whole && whole.TryGetValue<long>(out var number) && IsWithin(schema, number),
            "number" => value is JsonValue real && real.TryGetValue<decimal>(out var amount) && IsWithin(schema, amount),
            _ => false,
        };
    }

    private static bool TakesMembers(JsonObject schema, JsonObject members) =>
        members.All(member => MemberSchema(schema, member.Key) is not { } inner || Takes(inner, member.Value))
        && (schema["required"] as JsonArray ?? []).All(name => members.ContainsKey(name!.GetValue<string>()));

    private static bool TakesText(JsonObject schema, string text) =>
        schema["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.NonBacktracking);

    // A name that the schema does not know must not be in an example either: its schema takes nothing.
    private static JsonObject? MemberSchema(JsonObject schema, string name) =>
        schema["properties"]?[name] as JsonObject ?? schema["additionalProperties"] as JsonObject ?? (schema.ContainsKey("properties") ? new JsonObject { ["enum"] = new JsonArray() } : null);

    private static bool IsWithin(JsonObject schema, decimal number) =>
        (schema["minimum"] is not { } least || number >= least.GetValue<decimal>()) && (schema["maximum"] is not { } most || number <= most.GetValue<decimal>());

    // As people write it: ["a", "b"]
    private static string Spaced(JsonNode value) => value is JsonArray list ? $"[{string.Join(", ", list.Select(item => item!.ToJsonString()))}]" : value.ToJsonString();

    private static IEnumerable<Row> Rows() => TableRow().Matches(Page).Select(row => new Row(
        row.Groups["key"].Value, row.Groups["type"].Value, row.Groups["default"].Value, row.Groups["unit"].Value, row.Groups["meaning"].Value, row.Groups["example"].Value));

    private static JsonObject Load()
    {
        using var stream = typeof(ConfigurationReader).Assembly.GetManifestResourceStream("weir.schema.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static string Find(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, path)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException(path);
        }

        return Path.Combine(folder, path);
    }

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<type>[^|]*) \| (?<default>[^|]*) \| (?<unit>[^|]*) ?\| (?<meaning>[^|]*) \| `(?<example>[^|]*)` \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^```json\n(?<json>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    private sealed record Row(string Path, string Type, string Default, string Unit, string Meaning, string Example);
}

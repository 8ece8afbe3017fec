using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Server.Configuration;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary>The schema of <c>weir.json</c> names exactly what its reader asks for, object by object.</summary>
public sealed class SchemaTests
{
    // Unlike every real name, so that the reader tells what it knows instead of guessing what was meant.
    private const string Stranger = "@@@@@@@@@@@@@@@@";
    private const string KnownHere = "; known here: ";

    private static readonly JsonObject Schema = Load();

    [Fact]
    public void Schema_NamesWhatTheReaderAsksFor()
    {
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var everything = Instance(Schema, "", expected)!;

        var errors = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(Encoding.UTF8.GetBytes(everything.ToJsonString()))).Errors;

        var told = errors.Where(error => error.Contains(KnownHere, StringComparison.Ordinal))
            .ToDictionary(error => error[..error.IndexOf(Stranger, StringComparison.Ordinal)].TrimEnd('.'), error => error[(error.IndexOf(KnownHere, StringComparison.Ordinal) + KnownHere.Length)..]);
        Assert.Equal([], expected.Keys.Union(told.Keys).Where(path => told.GetValueOrDefault(path) != expected.GetValueOrDefault(path))
            .Select(path => $"{path}: the schema has {expected.GetValueOrDefault(path, "nothing")}; the reader knows {told.GetValueOrDefault(path, "nothing")}"));
        Assert.True(expected.Count > 25, $"Only {expected.Count} objects were compared.");
    }

    // Every object of the schema with all objects in it and one member nobody knows; beside it what is expected to be told of each.
    private static JsonNode? Instance(JsonObject schema, string path, SortedDictionary<string, string> expected)
    {
        if (schema["items"] is JsonObject items && Instance(items, path + "[0]", expected) is { } item)
        {
            return new JsonArray(item);
        }

        if (schema["properties"] is not JsonObject properties)
        {
            var key = path == "models" ? "acme/small" : "acme";
            var one = schema["additionalProperties"] is JsonObject value ? Instance(value, path == "models" ? "models[\"acme/small\"]" : $"{path}.{key}", expected) : null;
            return one is null ? null : new JsonObject { [key] = one };
        }

        // What such an object may have depends on its type; its reader asks for no more than that.
        if (schema.ContainsKey("$comment"))
        {
            return null;
        }

        var instance = new JsonObject { [Stranger] = 1 };
        foreach (var (name, member) in properties)
        {
            if (Instance(member!.AsObject(), path.Length == 0 ? name : $"{path}.{name}", expected) is { } inner)
            {
                instance[name] = inner;
            }
        }

        expected[path] = string.Join(", ", properties.Select(member => member.Key).Order(StringComparer.Ordinal));
        return instance;
    }

    private static JsonObject Load()
    {
        using var stream = typeof(ConfigurationReader).Assembly.GetManifestResourceStream("weir.schema.json")!;
        return JsonNode.Parse(stream, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Disallow })!.AsObject();
    }
}

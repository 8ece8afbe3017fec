using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Contract;

/// <summary>The API's own document, where that is there; it is never copied into this repository.</summary>
internal sealed class ContractDocument
{
    private const string Name = "openrouter.openapi.json";

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private static readonly Lazy<ContractDocument?> Found = new(Read);

    private readonly JsonElement _root;

    private ContractDocument(JsonElement root) => _root = root;

    /// <summary>Method and path of every operation.</summary>
    public IReadOnlyList<(string Method, string Path)> Operations =>
    [
        .. from path in _root.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where Methods.Contains(operation.Name)
           select (operation.Name, path.Name),
    ];

    /// <summary>The document; the test is skipped by name when it is not there.</summary>
    public static ContractDocument Open()
    {
        Assert.SkipWhen(Found.Value is null, $"{Name} is not there; set WEIR_SPECS to the folder that holds it.");
        return Found.Value!;
    }

    public JsonElement Operation(string method, string path) => _root.GetProperty("paths").GetProperty(path).GetProperty(method);

    /// <summary>The schema of an answer; null when the document does not have that status or media type.</summary>
    public JsonElement? AnswerSchema(string method, string path, int status, string mediaType) =>
        Operation(method, path).GetProperty("responses").TryGetProperty($"{status}", out var answer)
        && answer.TryGetProperty("content", out var content) && content.TryGetProperty(mediaType, out var form)
            ? form.GetProperty("schema")
            : null;

    /// <summary>The schema of a JSON request.</summary>
    public JsonElement RequestSchema(string path) =>
        Follow(Operation("post", path).GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"));

    /// <summary>The schema behind any references.</summary>
    public JsonElement Follow(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(_root, (node, name) => node.GetProperty(name));
        }

        return schema;
    }

    public IReadOnlyList<string> Violations(JsonElement schema, JsonElement value) => SimulatorSchemaCheck.Violations(_root, schema, value);

    private static ContractDocument? Read()
    {
        if (Find() is not { } file)
        {
            return null;
        }

        var root = JsonNode.Parse(File.ReadAllBytes(file))!;
        foreach (var path in ContractExceptions.Contradictions.Keys.Select(path => path.Split('/')))
        {
            _ = path[..^1].Aggregate(root, (node, name) => node[name]!).AsObject().Remove(path[^1]);
        }

        return new ContractDocument(JsonElement.Parse(root.ToJsonString()));
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEIR_SPECS") is { Length: > 0 } specs)
        {
            return Path.Combine(specs, Name) is var named && File.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "specs", Name) is var beside && File.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}

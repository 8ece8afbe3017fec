using System.Text.Json;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Phoenix;

/// <summary>Phoenix's own document, where that is there; it is never copied into this repository.</summary>
internal sealed class PhoenixContract
{
    private const string Name = "phoenix.openapi.json";

    private readonly JsonElement _root;

    private PhoenixContract(JsonElement root) => _root = root;

    /// <summary>The document; the test is skipped by name when it is not there.</summary>
    public static PhoenixContract Open()
    {
        var file = Find();
        Assert.SkipWhen(file is null, $"{Name} is not there; set WEIR_SPECS to the folder that holds it.");
        return new PhoenixContract(JsonElement.Parse(File.ReadAllBytes(file!)));
    }

    /// <summary>Method and path of every operation below the given paths.</summary>
    public IEnumerable<(string Method, string Path)> Operations(params string[] roots) =>
        from path in _root.GetProperty("paths").EnumerateObject()
        where roots.Any(root => path.Name == root || path.Name.StartsWith(root + "/", StringComparison.Ordinal))
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "post" or "put" or "patch" or "delete"
        select (operation.Name.ToUpperInvariant(), path.Name);

    /// <summary>What of an answer is not as the document says; nothing when it is.</summary>
    public IEnumerable<string> Violations(string method, string path, int status, string mediaType, string text)
    {
        var answers = _root.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant()).GetProperty("responses");
        if (!answers.TryGetProperty($"{status}", out var answer))
        {
            return [$"{method} {path}: the document has no {status}: {text}"];
        }

        if (!answer.TryGetProperty("content", out var content))
        {
            return text.Length == 0 ? [] : [$"{method} {path} {status}: a body where there is none"];
        }

        if (!content.TryGetProperty(mediaType, out var form))
        {
            return [$"{method} {path} {status}: the document has no {mediaType}"];
        }

        return mediaType == "application/json"
            ? SimulatorSchemaCheck.Violations(_root, form.GetProperty("schema"), JsonElement.Parse(text)).Select(violation => $"{method} {path} {status}: {violation}")
            : [];
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

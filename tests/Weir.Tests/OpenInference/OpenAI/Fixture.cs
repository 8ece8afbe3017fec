using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>One recorded exchange with the spans that the Python instrumentor made of it.</summary>
public sealed record Fixture(string Id, JsonObject Json)
{
    /// <summary>Method <c>create</c> of which resource was called: <c>chat.completions</c>, <c>completions</c>, <c>embeddings</c> or <c>responses</c>.</summary>
    public string Api => Json["api"]!.GetValue<string>();

    public string BaseUrl => Json["base_url"]!.GetValue<string>();

    public string Request => Json["request"]!.ToJsonString();

    public bool IsStreamed => Json["request"]!["stream"]?.GetValue<bool>() == true;

    public bool IsSuppressed => Json["suppress"]?.GetValue<bool>() == true;

    public int? ConsumeChunks => Json["consume_chunks"]?.GetValue<int>();

    public JsonObject? TraceConfig => Json["trace_config"] as JsonObject;

    public JsonObject? Context => Json["context"] as JsonObject;

    public JsonObject Response => Json["response"]!.AsObject();

    public JsonArray ExpectedSpans => Json["expected"]!["python"]!["spans"]!.DeepClone().AsArray();

    /// <summary>Folder of the fixtures: <c>WEIR_SPECS</c>, or <c>shared/specs</c> beside a folder above the tests. Null if there is none.</summary>
    public static string? Folder
    {
        get
        {
            const string Name = "openinference-fixtures";
            if (Environment.GetEnvironmentVariable("WEIR_SPECS") is { Length: > 0 } specs)
            {
                return Directory.Exists(Path.Combine(specs, Name)) ? Path.Combine(specs, Name) : null;
            }

            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "shared", "specs", Name);
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }

            return null;
        }
    }

    /// <summary>File names of the fixtures; one empty name where there are none, so that their absence shows as a skipped test.</summary>
    public static string[] Files(Func<Fixture, bool> filter)
    {
        if (Folder is not { } folder)
        {
            return [""];
        }

        var files = Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        return [.. files.Where(file => filter(Load(file)))];
    }

    public static Fixture Load(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, file)), documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject();
        return new Fixture(json["id"]!.GetValue<string>(), json);
    }
}

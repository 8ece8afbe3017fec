using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Providers;
using Weir.Tests.Testing;

namespace Weir.Tests.Providers.Golden;

/// <summary>One folder <c>tests/golden/providers/&lt;dialect&gt;/&lt;case&gt;/</c>: what a dialect must make of a request, an answer or an error.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>request.json</c>: the caller's request; <c>endpoint.json</c>: optional, what its endpoint differs in (<see cref="Call"/>).</item>
/// <item><c>upstream.json</c>: the body it becomes, and <c>upstream.headers</c>, optional: lines <c>name: value</c> that must be there,
/// <c>name:</c> for a header that must not, <c>:path: value</c> for the path. Or <c>refused.txt</c>: why it cannot be said.</item>
/// <item><c>answer.sse</c>, <c>answer.ndjson</c>, <c>answer.bin</c> or <c>answer.events</c>, lines of
/// <see cref="EventStreamFrames"/>: a stream; <c>answer.json</c>: a whole answer. <c>events.jsonl</c>: the internal
/// events, one JSON a line, <c>{"end":true}</c> for the end mark, <c>{"broken":true}</c> last for an answer that must count as cut.</item>
/// <item><c>error.json</c>: the body of an error; <c>error.txt</c>: its message, and its code on a second line, <c>-</c> for none.</item>
/// </list>
/// <c>provider</c>, optional, is the slug of the provider that speaks the dialect in its own way. The caller's end user, when the request names one, is <see cref="HashedUser"/>.
/// </remarks>
internal sealed class GoldenCase
{
    public const string HashedUser = "2bd806c97f0e00af1a1fc3328fa763a9";

    /// <summary>A streamed answer is in one of these.</summary>
    public static readonly string[] StreamFiles = ["answer.sse", "answer.ndjson", "answer.bin", "answer.events"];

    private readonly string _folder;

    public GoldenCase(string dialect, string name)
    {
        _folder = Path.Combine(Root, dialect, name);
        Dialect = ProviderRegistry.Find(dialect, Has("provider") ? Text("provider").Trim() : "", GatewaySamples.Provider().BaseUrl)
            ?? throw new InvalidOperationException($"There is no dialect \"{dialect}\".");
    }

    public IProvider Dialect { get; }

    public string? StreamFile => Array.Find(StreamFiles, Has);

    private static string Root { get; } = FindRoot();

    /// <summary>Dialect and name of the cases that have one of these files.</summary>
    public static IEnumerable<(string Dialect, string Name)> With(params string[] files) =>
        from dialect in Directory.GetDirectories(Root).Order(StringComparer.Ordinal)
        from folder in Directory.GetDirectories(dialect).Order(StringComparer.Ordinal)
        where Array.Exists(files, file => File.Exists(Path.Combine(folder, file)))
        select (Path.GetFileName(dialect), Path.GetFileName(folder));

    /// <summary>Folders that test nothing, or hold a file that no test reads.</summary>
    public static IEnumerable<string> Faulty() =>
        from dialect in Directory.GetDirectories(Root)
        from folder in Directory.GetDirectories(dialect)
        let files = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).ToHashSet(StringComparer.Ordinal)
        let provider = files.Remove("provider")
        let hasAnswer = files.Remove("events.jsonl") & files.RemoveWhere(file => StreamFiles.Contains(file) || file == "answer.json") == 1
        let hasError = files.Remove("error.txt") & files.Remove("error.json")
        let hasRequest = files.RemoveWhere(file => file is "upstream.json" or "refused.txt") == 1 & files.Remove("request.json")
        where !(hasAnswer | hasError | hasRequest) || files.Any(file => !hasRequest || file is not ("endpoint.json" or "upstream.headers"))
        select folder;

    public bool Has(string file) => File.Exists(Path.Combine(_folder, file));

    public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(_folder, file));

    public string Text(string file) => Encoding.UTF8.GetString(Bytes(file));

    public IEnumerable<string> Lines(string file) => Text(file).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);

    /// <summary>The answer as it comes from upstream.</summary>
    public byte[] Answer() => StreamFile is "answer.events" ? EventStreamFrames.OfLines(Lines(StreamFile)) : Bytes(StreamFile ?? "answer.json");

    /// <summary>The request at its endpoint: <c>{"upstream_model":…,"max_completion_tokens":…,"supported_parameters":[…],"headers":{…},"base_url":…}</c>, all optional.</summary>
    public UpstreamCall Call()
    {
        var request = ChatRequestReader.Read(Bytes("request.json"));
        return new UpstreamCall { Request = request, Endpoint = Endpoint(), HashedUser = request.User is null ? null : HashedUser };
    }

    private EndpointEntry Endpoint()
    {
        using var json = JsonDocument.Parse(Has("endpoint.json") ? Text("endpoint.json") : "{}");
        var root = json.RootElement;
        var provider = GatewaySamples.Provider() with { Dialect = Dialect };
        if (root.TryGetProperty("headers", out var headers))
        {
            provider = provider with { Headers = [.. headers.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!))] };
        }

        if (root.TryGetProperty("base_url", out var address))
        {
            provider = provider with { BaseUrl = new Uri(address.GetString()!) };
        }

        return GatewaySamples.Endpoint(provider) with
        {
            UpstreamModel = root.TryGetProperty("upstream_model", out var model) ? model.GetString()! : "small-1",
            MaxCompletionTokens = root.TryGetProperty("max_completion_tokens", out var most) ? most.GetInt32() : null,
            SupportedParameters = root.TryGetProperty("supported_parameters", out var supported)
                ? supported.EnumerateArray().Select(name => name.GetString()!).ToFrozenSet(StringComparer.Ordinal)
                : null,
        };
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Weir.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "golden", "providers");
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Weir.Server.Composition;

namespace Weir.Server.Tests.Testing;

/// <summary>A live server on loopback with a data folder of its own, and a client that holds its keys.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { UseProxy = false });
    private readonly WeirServer _server;
    private readonly bool _ownsFolder;

    private TestServer(WeirServer server, string folder, bool ownsFolder, IReadOnlyList<string> announced)
    {
        _server = server;
        Folder = folder;
        _ownsFolder = ownsFolder;
        ManagementKey = KeyOf("management key: ");
        InferenceKey = KeyOf("inference key: ");

        string KeyOf(string label) => announced.FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..] ?? "";
    }

    public Uri Address => _server.Address;

    /// <summary>Methods and patterns of everything that is mapped.</summary>
    public IEnumerable<(string Method, string Pattern)> Served => _server.Served;

    public string Folder { get; }
    public string ManagementKey { get; }
    public string InferenceKey { get; }

    /// <summary>A server whose one provider is the fake upstream, with the prices of <see cref="Config"/>.</summary>
    public static Task<TestServer> StartAsync(FakeUpstream upstream, string extra = "") => StartAsync(Config(extra, upstream.BaseUrl));

    /// <summary>A server with the embedded simulator.</summary>
    public static Task<TestServer> StartAsync() => StartAsync(config: null);

    public static async Task<TestServer> StartAsync(
        string? config,
        string? folder = null,
        Func<string, string?>? environment = null,
        Func<WeirServerOptions, WeirServerOptions>? adjust = null)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("weir-test-").FullName;
        var file = Path.Combine(data, "weir.json");
        if (config is not null)
        {
            await File.WriteAllTextAsync(file, config);
        }

        var announced = new ConcurrentQueue<string>();
        var options = new WeirServerOptions
        {
            Urls = "http://127.0.0.1:0",
            OtlpGrpc = OtlpGrpcListener.None,
            DataFolder = Path.Combine(data, "data"),
            ConfigFile = config is null ? null : file,
            Environment = environment ?? (_ => null),
            Announce = announced.Enqueue,
        };
        var server = await WeirServer.StartAsync(adjust is null ? options : adjust(options), CancellationToken.None);
        return new TestServer(server, data, ownsFolder: folder is null, [.. announced]);
    }

    /// <summary>The configuration of the documentation: one model at each of the given addresses, in order.</summary>
    public static string Config(string extra, params string[] baseUrls)
    {
        var providers = string.Join(',', baseUrls.Select((url, index) => $$"""
            "acme{{index}}": { "name": "Acme {{index}}", "dialect": "openai", "base_url": "{{url}}", "api_key": "acme-secret-credential", "timeouts": { "connect_ms": 2000, "first_token_ms": 3000, "idle_ms": 2000 } {{extra}} }
            """));
        var endpoints = string.Join(',', baseUrls.Select((_, index) => $$"""
            { "provider": "acme{{index}}", "upstream_model": "small-1", "pricing": { "prompt": "0.000001", "completion": "0.000002" } }
            """));
        var order = string.Join(',', baseUrls.Select((_, index) => $"\"acme{index}\""));
        return $$"""{ "providers": { {{providers}} }, "models": { "acme/small": { "name": "Acme: Small", "endpoints": [ {{endpoints}} ] } }, "defaults": { "model": "acme/small", "provider": { "order": [{{order}}] } } }""";
    }

    public Task<HttpResponseMessage> ChatAsync(string body, string? key = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/api/v1/chat/completions", key ?? InferenceKey, body, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (key is { Length: > 0 })
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await _invoker.SendAsync(request, CancellationToken.None);
    }

    public async Task<JsonElement> GetJsonAsync(string path, string? key = null)
    {
        using var response = await SendAsync(HttpMethod.Get, path, key ?? InferenceKey);
        return await ReadJsonAsync(response);
    }

    public static async Task<JsonElement> ReadJsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>The record of the exchange that a response belongs to.</summary>
    public async Task<JsonElement> GenerationOfAsync(HttpResponseMessage response) =>
        (await GetJsonAsync($"/api/v1/generation?id={response.Headers.GetValues("X-Generation-Id").Single()}")).GetProperty("data");

    /// <summary>Waits until the store shows at least this many spans of a trace.</summary>
    public async Task<JsonElement[]> SpansAsync(string traceId, int count, string project = "gateway")
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var response = await SendAsync(HttpMethod.Get, $"/v1/projects/{project}/spans?trace_id={traceId}", InferenceKey);
            if (response.IsSuccessStatusCode && (await ReadJsonAsync(response)).GetProperty("data").EnumerateArray().ToArray() is var spans && spans.Length >= count)
            {
                return spans;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"Trace {traceId} did not reach {count} spans.");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _invoker.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

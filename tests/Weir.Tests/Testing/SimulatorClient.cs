using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Weir.Tests.Testing;

/// <summary>Talks to a simulator the way a plain HTTP client does.</summary>
internal sealed class SimulatorClient(Uri baseAddress) : IDisposable
{
    public const string Question = """{"model":"sim/small","messages":[{"role":"user","content":"How do rivers shape the old town of Paris?"}]}""";

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    /// <summary>The question above with other fields: <c>Ask("model", "sim/large")</c>; values are JSON unless they are plain words.</summary>
    public static string Ask(params (string Name, string Json)[] fields)
    {
        var request = System.Text.Json.Nodes.JsonNode.Parse(Question)!.AsObject();
        foreach (var (name, json) in fields)
        {
            request[name] = System.Text.Json.Nodes.JsonNode.Parse(json);
        }

        return request.ToJsonString();
    }

    public Task<HttpResponseMessage> SendAsync(string body, params (string Name, string Value)[] headers) => PostAsync("v1/chat/completions", body, headers);

    /// <summary>Any endpoint that takes JSON.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await PostAsync(path, content, headers);
    }

    /// <summary>Any endpoint at all.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            message.Headers.Add(name, value);
        }

        return await _http.SendAsync(message, Ct);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var message = new HttpRequestMessage(method, new Uri(baseAddress, path));
        return await _http.SendAsync(message, Ct);
    }

    /// <summary>The JSON answer of any endpoint, with its status.</summary>
    public async Task<(int Status, JsonElement Body)> AskAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync(path, body, headers);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)));
    }

    /// <summary>The whole answer to a request that is to succeed.</summary>
    public async Task<JsonElement> CompleteAsync(string body, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(body, headers);
        var text = await response.Content.ReadAsStringAsync(Ct);

        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }

    /// <summary>The status and the <c>error</c> object of a request that is to fail.</summary>
    public async Task<(int Status, JsonElement Error)> FailAsync(string body, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(body, headers);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("error");
        return ((int)response.StatusCode, error);
    }

    /// <summary>A streamed answer, as far as it came.</summary>
    public async Task<SimulatorStream> StreamAsync(string body, params (string Name, string Value)[] headers)
    {
        var request = System.Text.Json.Nodes.JsonNode.Parse(body)!.AsObject();
        request["stream"] = true;
        using var response = await SendAsync(request.ToJsonString(), headers);
        var events = new List<string>();
        Exception? broken = null;
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Ct));
            while (await reader.ReadLineAsync(Ct) is { } line)
            {
                if (line.Length > 0)
                {
                    events.Add(line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : throw new FormatException(line));
                }
            }
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            broken = failure;
        }

        return new SimulatorStream(events, broken);
    }
}

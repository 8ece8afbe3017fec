using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Weir.Cli.Commands;

/// <summary>Reads the traces of a running server with a key of the environment.</summary>
internal sealed class RemoteTraces : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler());
    private readonly Uri _server;
    private readonly string _key;

    private RemoteTraces(Uri server, string key)
    {
        _server = server;
        _key = key;
    }

    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public static RemoteTraces Open(Uri server) => new(
        server,
        Variable("WEIR_KEY") ?? Variable("WEIR_MANAGEMENT_KEY") ?? throw new InvalidOperationException("WEIR_KEY is not set; it must be a key of the server, of any kind."));

    /// <summary>The items of all pages of a list.</summary>
    /// <param name="path">An address that takes <c>cursor</c>.</param>
    /// <param name="query">Its parameters; null values are left out.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public async IAsyncEnumerable<JsonElement> ListAsync(
        string path, IEnumerable<(string Name, string? Value)> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(path, query, cancellationToken))
        {
            foreach (var item in page.GetProperty("data").EnumerateArray())
            {
                yield return item;
            }
        }
    }

    /// <summary>All pages of a list, as they come: what there is of it under <c>data</c>.</summary>
    /// <param name="path">An address that takes <c>cursor</c>.</param>
    /// <param name="query">Its parameters; null values are left out.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public async IAsyncEnumerable<JsonElement> PagesAsync(
        string path, IEnumerable<(string Name, string? Value)> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await GetAsync(path, [.. query, ("cursor", cursor)], cancellationToken);
            yield return page;
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);
    }

    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public async Task<JsonElement> GetAsync(string path, IReadOnlyList<(string Name, string? Value)> query, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(path, query, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException wrong)
        {
            throw new IOException($"{_server} gave no usable answer: {wrong.Message}", wrong);
        }
    }

    /// <summary>The data of the events of a stream that carry a trace.</summary>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public async IAsyncEnumerable<JsonElement> WatchAsync(IReadOnlyList<(string Name, string? Value)> query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync("/api/weir/traces/live", query, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: {\"", StringComparison.Ordinal))
            {
                yield return JsonElement.Parse(line.AsSpan("data: ".Length));
            }
        }
    }

    public void Dispose() => _invoker.Dispose();

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private async Task<HttpResponseMessage> SendAsync(string path, IReadOnlyList<(string Name, string? Value)> query, CancellationToken cancellationToken)
    {
        var parameters = query.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server, $"{path}?{string.Join('&', parameters)}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        try
        {
            var response = await _invoker.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw new IOException($"{_server} answered {(int)response.StatusCode}: {MessageOf(await response.Content.ReadAsStringAsync(cancellationToken))}");
            }
        }
        catch (HttpRequestException failure)
        {
            throw new IOException($"{_server} cannot be reached: {failure.Message}", failure);
        }
    }

    // {"error":{"message":"…"}}, or plain text from Phoenix's API.
    private static string MessageOf(string body)
    {
        try
        {
            return JsonElement.Parse(body).GetProperty("error").GetProperty("message").GetString() ?? body;
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return body;
        }
    }
}

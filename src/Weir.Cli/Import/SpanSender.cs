using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Weir.Cli.Import;

/// <summary>Sends requests of spans to a running server with the key of <c>WEIR_KEY</c>.</summary>
internal sealed class SpanSender : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler());
    private readonly Uri _server;
    private readonly string _key;
    private readonly string? _project;

    private SpanSender(Uri server, string key, string? project)
    {
        _server = server;
        _key = key;
        _project = project;
    }

    /// <param name="server">Where to.</param>
    /// <param name="project">Wins over what the spans say; null: they say.</param>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public static SpanSender Open(Uri server, string? project) => new(
        server,
        Environment.GetEnvironmentVariable("WEIR_KEY") is { Length: > 0 } key ? key : throw new InvalidOperationException("WEIR_KEY is not set; it must be an inference key of the server."),
        project);

    /// <summary>Sends spans, again and again while the server says that it is busy.</summary>
    /// <param name="message">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer's body: empty, or which spans were refused.</returns>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public async Task<byte[]> SendAsync(OtlpMessage message, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await TryAsync(message, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return answer;
            }

            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                throw new IOException($"{_server} answered {(int)response.StatusCode}{(message.IsJson ? $": {MessageOf(answer)}" : "")}");
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<HttpResponseMessage> TryAsync(OtlpMessage message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, "/v1/traces")) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(message.IsJson ? "application/json" : "application/x-protobuf");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        if (_project is not null)
        {
            request.Headers.Add("x-project-name", _project);
        }

        try
        {
            return await _invoker.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new IOException($"{_server} cannot be reached: {failure.Message}", failure);
        }
    }

    // {"code":16,"message":"…"}
    private static string MessageOf(byte[] answer)
    {
        try
        {
            return JsonElement.Parse(answer).GetProperty("message").GetString() ?? "";
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}

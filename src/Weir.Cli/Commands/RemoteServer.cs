using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weir.Cli.Commands;

/// <summary>Calls management operations of a running server with <c>WEIR_MANAGEMENT_KEY</c>.</summary>
internal static class RemoteServer
{
    private const string Variable = "WEIR_MANAGEMENT_KEY";

    /// <summary>Makes something there.</summary>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="InvalidOperationException">The key is not set.</exception>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public static async Task<JsonElement> CreateAsync(
        Uri server, string path, JsonObject body, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        return await SendAsync(server, path, HttpMethod.Post, content, headers, cancellationToken);
    }

    /// <summary>Reads something there.</summary>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="InvalidOperationException">The key is not set.</exception>
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public static Task<JsonElement> ReadAsync(Uri server, string path, CancellationToken cancellationToken) =>
        SendAsync(server, path, HttpMethod.Get, null, [], cancellationToken);

    private static async Task<JsonElement> SendAsync(
        Uri server, string path, HttpMethod method, HttpContent? content, (string Name, string Value)[] headers, CancellationToken cancellationToken)
    {
        var key = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(key))
        {
            throw new InvalidOperationException($"{Variable} is not set; --server needs it to sign in.");
        }

        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(method, new Uri(server, path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await SendAsync(invoker, request, cancellationToken);
    }

    private static async Task<JsonElement> SendAsync(HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await invoker.SendAsync(request, cancellationToken);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
            return response.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK
                ? answer.RootElement.Clone()
                : throw new IOException($"{request.RequestUri} answered {(int)response.StatusCode}: {answer.RootElement.GetProperty("error").GetProperty("message")}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException)
        {
            throw new IOException($"{request.RequestUri} gave no usable answer: {failure.Message}", failure);
        }
    }
}

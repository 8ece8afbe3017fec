using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weir.Cli.Commands;

/// <summary>Makes keys through a running server's API.</summary>
internal static class RemoteKeys
{
    private const string Variable = "WEIR_MANAGEMENT_KEY";

    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public static async Task<string> CreateAsync(Uri server, string name, decimal? limit, bool isManagement, CancellationToken cancellationToken)
    {
        if (isManagement)
        {
            throw new InvalidOperationException("Management keys are made in the data folder, not through the API: use --data DIR instead of --server.");
        }

        var managementKey = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(managementKey))
        {
            throw new InvalidOperationException($"{Variable} is not set; --server needs it to sign in.");
        }

        var body = new JsonObject { ["name"] = name };
        if (limit is { } amount)
        {
            body["limit"] = amount;
        }

        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/api/v1/keys"))
        {
            Content = new StringContent(body.ToJsonString(), MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", managementKey);
        return await SendAsync(invoker, request, cancellationToken);
    }

    private static async Task<string> SendAsync(HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await invoker.SendAsync(request, cancellationToken);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
            return response.StatusCode == HttpStatusCode.Created
                ? answer.RootElement.GetProperty("key").GetString()!
                : throw new IOException($"{request.RequestUri} answered {(int)response.StatusCode}: {answer.RootElement.GetProperty("error").GetProperty("message")}");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException)
        {
            throw new IOException($"{request.RequestUri} gave no usable answer: {failure.Message}", failure);
        }
    }
}

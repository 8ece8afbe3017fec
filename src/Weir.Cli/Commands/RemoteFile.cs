using System.Net.Http.Headers;
using System.Text.Json;

namespace Weir.Cli.Commands;

/// <summary>Copies what a running server sends as a file, with <c>WEIR_MANAGEMENT_KEY</c>.</summary>
internal static class RemoteFile
{
    private const string Variable = "WEIR_MANAGEMENT_KEY";

    /// <param name="server">Its address.</param>
    /// <param name="path">Of the file.</param>
    /// <param name="query">Parameters; null values are left out.</param>
    /// <param name="output">Takes the bytes as they come.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The key is not set.</exception>
    /// <exception cref="IOException">The server refused, cannot be reached, or broke off; the message says which.</exception>
    public static async Task CopyAsync(Uri server, string path, IReadOnlyList<(string Name, string? Value)> query, Stream output, CancellationToken cancellationToken)
    {
        var key = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(key))
        {
            throw new InvalidOperationException($"{Variable} is not set; the export needs it.");
        }

        var parameters = query.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"{path}?{string.Join('&', parameters)}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var response = await invoker.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new IOException($"{server} answered {(int)response.StatusCode}: {MessageOf(await response.Content.ReadAsStringAsync(cancellationToken))}");
            }

            await response.Content.CopyToAsync(output, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new IOException($"{server} cannot be reached, or broke off: {failure.Message}", failure);
        }
    }

    // {"error":{"message":"…"}}
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

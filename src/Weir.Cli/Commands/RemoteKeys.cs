using System.Text.Json.Nodes;

namespace Weir.Cli.Commands;

/// <summary>Makes keys through a running server's API.</summary>
internal static class RemoteKeys
{
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public static async Task<string> CreateAsync(Uri server, string name, decimal? limit, bool isManagement, CancellationToken cancellationToken)
    {
        if (isManagement)
        {
            throw new InvalidOperationException("Management keys are made in the data folder, not through the API: use --data DIR instead of --server.");
        }

        var body = new JsonObject { ["name"] = name };
        if (limit is { } amount)
        {
            body["limit"] = amount;
        }

        var answer = await RemoteServer.CreateAsync(server, "/api/v1/keys", body, cancellationToken);
        return answer.TryGetProperty("key", out var key) && key.GetString() is { } text ? text : throw new IOException($"{server} made a key and did not say which; is it a Weir?");
    }
}

using System.Text.Json.Nodes;

namespace Weir.Cli.Commands;

/// <summary>Makes sign-in links through a running server's API.</summary>
internal static class RemoteLogin
{
    /// <exception cref="IOException">The server refused or cannot be reached; the message says why.</exception>
    public static async Task<Uri> CreateAsync(Uri server, string? next, CancellationToken cancellationToken)
    {
        var body = new JsonObject();
        if (next is not null)
        {
            body["next"] = next;
        }

        var answer = await RemoteServer.CreateAsync(server, "/api/weir/login-links", body, cancellationToken);
        if (!answer.TryGetProperty("data", out var data) || !data.TryGetProperty("url", out var url) || !Uri.TryCreate(url.GetString(), UriKind.Absolute, out var link))
        {
            throw new IOException($"{server} answered without a link; is it a Weir of this version?");
        }

        // Behind a proxy the server does not know that it is reached over https; whoever runs this does.
        return new Uri(server, link.PathAndQuery + link.Fragment);
    }
}

using System.Text.Json;
using Weir.Server.Tests.Testing;

namespace Weir.Server.Tests.Traces;

/// <summary>A client that watches traces grow.</summary>
internal sealed class TraceWatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StreamReader _lines;

    private TraceWatch(HttpResponseMessage response, StreamReader lines)
    {
        Response = response;
        _lines = lines;
    }

    public HttpResponseMessage Response { get; }

    /// <summary>Returns when the answer has begun, as a browser's <c>open</c> fires.</summary>
    public static async Task<TraceWatch> OpenAsync(TestServer server, string query = "")
    {
        var response = await server.SendAsync(HttpMethod.Get, "/api/weir/traces/live" + query, server.InferenceKey).WaitAsync(Patience);
        return new TraceWatch(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event; comments left out.</summary>
    public async Task<(string Name, JsonElement Data)> NextAsync()
    {
        var name = "";
        while (await _lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (name, JsonElement.Parse(line["data: ".Length..]));
            }
        }

        throw new EndOfStreamException();
    }

    /// <summary>Whether the stream has come to its end, comments left out.</summary>
    public async Task<bool> IsOverAsync()
    {
        while (await _lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Length > 0 && line[0] != ':')
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        _lines.Dispose();
        Response.Dispose();
    }
}

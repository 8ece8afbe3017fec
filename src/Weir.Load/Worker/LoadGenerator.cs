using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weir.Load.Worker;

/// <summary>Runs a job: opens its connections, lets them ask until it is enough, and says what came of it.</summary>
internal static class LoadGenerator
{
    // Beyond a job's own time: a gateway that does not answer ends the job, not the benchmark.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<LoadResult> RunAsync(LoadJob job, int upstreamPort)
    {
        var address = new IPEndPoint(IPAddress.Loopback, job.Port == 0 ? upstreamPort : job.Port);
        var request = RequestOf(job, address);
        var sockets = new Socket[job.Concurrency];
        try
        {
            for (var i = 0; i < sockets.Length; i++)
            {
                sockets[i] = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

                // Blocking: what would follow an awaited connect runs on the thread of the callbacks, which must never wait.
                sockets[i].Connect(address);
            }
        }
        catch (SocketException refused)
        {
            Array.ForEach(sockets, socket => socket?.Dispose());
            return LoadResult.Failed(refused.Message);
        }

        var tally = new LoadTally(job);
        ClientConnection[] connections = [.. sockets.Select(socket => new ClientConnection(socket, request, tally, job.Streams))];
        foreach (var connection in connections)
        {
            connection.Start();
        }

        var limit = TimeSpan.FromSeconds(job.Seconds) + Patience;
        if (await Task.WhenAny(tally.Done, Task.Delay(limit)) != tally.Done)
        {
            tally.Failed(string.Create(CultureInfo.InvariantCulture, $"not all was answered within {limit.TotalSeconds} s"));
        }

        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        return tally.Result();
    }

    private static byte[] RequestOf(LoadJob job, IPEndPoint address)
    {
        var stream = job.Streams ? ",\"stream\":true,\"stream_options\":{\"include_usage\":true}" : "";
        var body = $$"""{"model":"{{job.Model}}"{{stream}},"max_tokens":100,"messages":[{"role":"user","content":"{{new string('w', job.PromptBytes)}}"}]}""";
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"POST {job.Path} HTTP/1.1\r\nHost: {address}\r\n"));
        foreach (var header in job.Headers)
        {
            head.Append(header).Append("\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return Encoding.ASCII.GetBytes(head.Append(body).ToString());
    }
}

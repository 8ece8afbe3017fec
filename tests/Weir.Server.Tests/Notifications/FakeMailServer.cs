using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weir.Server.Tests.Notifications;

/// <summary>A mail server on loopback that takes every mail, after refusing as many as a test says.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    public FakeMailServer()
    {
        _listener.Start();
        _running = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Mails that are refused first.</summary>
    public int Refusals { get; set; }

    /// <summary>The texts of the mails, with their heads.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await TalkAsync(reader, writer);
        }
    }

    private async Task TalkAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("220 fake ready");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Mails.Enqueue(await ReadMailAsync(reader));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "MAIL" when Refusals-- > 0:
                    await writer.WriteLineAsync("451 not now");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            _ = mail.AppendLine(line);
        }

        return mail.ToString();
    }
}

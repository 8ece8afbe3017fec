using System.Net.Sockets;
using Weir.Load.Http;

namespace Weir.Load.Worker;

/// <summary>One connection of a gateway to the instant upstream: a request, its answer, the next request.</summary>
/// <remarks>The model's name says which answer is wanted: gateways carry it from one side to the other.</remarks>
internal sealed class UpstreamConnection(Socket socket, PacedStreams paced) : Connection(socket, 64 * 1024), IBodySink
{
    // Where the model's name is looked for: requests have it at the beginning of the body.
    private const int Looked = 512;

    private readonly HttpMessageReader _reader = new();
    private readonly byte[] _start = new byte[Looked];
    private int _startLength;

    public bool IsClosed { get; private set; }

    public void Start() => Receive();

    public void Take(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, Looked - _startLength);
        bytes[..taken].CopyTo(_start.AsSpan(_startLength));
        _startLength += taken;
    }

    /// <summary>Sends a piece of a paced stream.</summary>
    public void SendPiece(ReadOnlyMemory<byte> piece) => Send(piece);

    protected override bool Received(ReadOnlySpan<byte> bytes)
    {
        _ = _reader.Read(bytes, this);
        if (_reader.IsComplete)
        {
            Answer();
        }

        return true;
    }

    protected override void Sent()
    {
    }

    protected override void Closed(SocketError why)
    {
        IsClosed = true;
        Dispose();
    }

    private void Answer()
    {
        var start = _start.AsSpan(0, _startLength);
        var isPaced = start.IndexOf("bench-paced"u8) >= 0;
        var answer = start.IndexOf("bench-stream"u8) >= 0 ? Answers.Stream : Answers.Whole;
        _reader.Reset();
        _startLength = 0;
        if (isPaced)
        {
            paced.Add(this);
        }
        else
        {
            Send(answer);
        }
    }
}

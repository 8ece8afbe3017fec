using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Weir.Load.Http;

namespace Weir.Load.Worker;

/// <summary>One client: asks, reads the answer to its end, asks again.</summary>
internal sealed class ClientConnection(Socket socket, ReadOnlyMemory<byte> request, LoadTally tally, bool streams) : Connection(socket, 32 * 1024), IBodySink
{
    private const int MostOfError = 400;

    private readonly HttpMessageReader _reader = new();
    private readonly byte[] _line = new byte[4096];
    private int _lineLength;
    private StreamTimes _times;
    private bool _isAsking;

    public void Start()
    {
        if (Ask())
        {
            Receive();
        }
    }

    /// <summary>Events are taken line by line: gateways cut them where they like. Of an error, its beginning; of a whole answer nothing.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        if (_reader.Status != 200)
        {
            Keep(bytes);
        }
        else if (streams)
        {
            TakeEvents(bytes);
        }
    }

    protected override bool Received(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = _reader.Read(bytes, this);
        }
        catch (InvalidDataException wrong)
        {
            return End(wrong.Message);
        }

        if (!_reader.IsComplete)
        {
            return true;
        }

        if (_reader.Status != 200)
        {
            tally.Failed($"status {_reader.Status}: {Encoding.UTF8.GetString(_line, 0, Math.Min(_lineLength, MostOfError))}");
        }
        else
        {
            tally.Answered(_times, Stopwatch.GetTimestamp(), streams);
        }

        return !_reader.Closes ? Ask() : End(why: null);
    }

    protected override void Sent()
    {
    }

    protected override void Closed(SocketError why)
    {
        if (_isAsking)
        {
            End($"the connection ended: {why}");
        }
    }

    private bool Ask()
    {
        _isAsking = tally.Another();
        if (!_isAsking)
        {
            Dispose();
            return false;
        }

        _reader.Reset();
        _lineLength = 0;
        _times = new StreamTimes { Asked = Stopwatch.GetTimestamp() };
        Send(request);
        return true;
    }

    private bool End(string? why)
    {
        _isAsking = false;
        if (why is not null)
        {
            tally.Failed(why);
        }

        tally.Left();
        Dispose();
        return false;
    }

    private void TakeEvents(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            Keep(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
            {
                return;
            }

            TakeLine(_line.AsSpan(0, _lineLength));
            _lineLength = 0;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        var taken = Math.Min(piece.Length, _line.Length - _lineLength);
        piece[..taken].CopyTo(_line.AsSpan(_lineLength));
        _lineLength += taken;
    }

    private void TakeLine(ReadOnlySpan<byte> line)
    {
        var at = line.StartsWith("data: "u8) ? line.IndexOf("\"content\":\""u8) : -1;
        if (at < 0 || line[at + 11] == '"')
        {
            return;
        }

        var now = Stopwatch.GetTimestamp();
        if (_times.Events == 0)
        {
            _times.First = now;
        }

        _times.Events++;
        if (line.Length > at + 11 + Answers.StampDigits && Utf8Parser.TryParse(line.Slice(at + 11, Answers.StampDigits), out long stamp, out var read, 'x')
            && read == Answers.StampDigits)
        {
            tally.Event(stamp, _times.Last, now);
        }

        _times.Last = now;
    }
}

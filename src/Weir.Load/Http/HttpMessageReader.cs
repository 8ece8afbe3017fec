using System.Buffers.Text;
using System.Text;

namespace Weir.Load.Http;

/// <summary>Reads one HTTP/1.1 message after another from the bytes of a connection: its first line, how long its body is, and where it ends.</summary>
/// <remarks>Reads what gateways send and nothing more: no trailers with content, no continuation lines. One message at a time; one thread.</remarks>
internal sealed class HttpMessageReader
{
    private const int MostHead = 32 * 1024;

    private readonly byte[] _head = new byte[MostHead];
    private int _headLength;
    private Part _part = Part.Head;
    private long _left;

    private enum Part
    {
        Head,
        Body,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        LastLine,
        Done,
    }

    /// <summary>First line and headers, as they came; valid until the next <see cref="Reset"/>.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>Of an answer: its status; 0 while the head is not read.</summary>
    public int Status { get; private set; }

    public bool IsComplete => _part == Part.Done;

    public bool IsPastHead => _part != Part.Head;

    /// <summary>Whether the other side says that it closes the connection after this message.</summary>
    public bool Closes { get; private set; }

    /// <summary>Makes ready for the next message.</summary>
    public void Reset()
    {
        _headLength = 0;
        _part = Part.Head;
        _left = 0;
        Status = 0;
        Closes = false;
    }

    /// <summary>Reads on.</summary>
    /// <param name="bytes">What came; more than one message is not taken.</param>
    /// <param name="body">Gets the bytes of the body, without the framing; null: nobody wants them.</param>
    /// <returns>How many bytes belong to this message.</returns>
    /// <exception cref="InvalidDataException">It is not HTTP as this reader knows it.</exception>
    public int Read(ReadOnlySpan<byte> bytes, IBodySink? body)
    {
        var rest = bytes;
        while (!rest.IsEmpty && _part != Part.Done)
        {
            rest = rest[Step(rest, body)..];
        }

        return bytes.Length - rest.Length;
    }

    private int Step(ReadOnlySpan<byte> rest, IBodySink? body) => _part switch
    {
        Part.Head => ReadHead(rest),
        Part.Body or Part.ChunkData => ReadBody(rest, body),
        Part.ChunkSize => ReadChunkSize(rest),
        _ => ReadLineEnd(rest),
    };

    private int ReadHead(ReadOnlySpan<byte> rest)
    {
        // The blank line may begin in what came before.
        var from = Math.Max(0, _headLength - 3);
        var taken = Math.Min(rest.Length, MostHead - _headLength);
        rest[..taken].CopyTo(_head.AsSpan(_headLength));
        var end = _head.AsSpan(from, _headLength + taken - from).IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            _headLength += taken;
            return _headLength < MostHead ? taken : throw new InvalidDataException("The head is longer than 32 KiB.");
        }

        var whole = from + end + 4;
        taken = whole - _headLength;
        _headLength = whole;
        Understand();
        return taken;
    }

    private void Understand()
    {
        var head = Head;
        if (head.StartsWith("HTTP/1.1 "u8))
        {
            _ = Utf8Parser.TryParse(head[9..], out int status, out _);
            Status = status;
        }

        Closes = Value("connection"u8).SequenceEqual("close"u8);
        if (Value("transfer-encoding"u8).SequenceEqual("chunked"u8))
        {
            _part = Part.ChunkSize;
            return;
        }

        _ = Utf8Parser.TryParse(Value("content-length"u8), out _left, out _);
        _part = _left > 0 ? Part.Body : Part.Done;
    }

    // The value of a header, without the blanks around it; empty when it is not there.
    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name)
    {
        var lines = Head;
        while (true)
        {
            var end = lines.IndexOf("\r\n"u8);
            if (end <= 0)
            {
                return [];
            }

            var line = lines[..end];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return line[(name.Length + 1)..].Trim((byte)' ');
            }

            lines = lines[(end + 2)..];
        }
    }

    private int ReadBody(ReadOnlySpan<byte> rest, IBodySink? body)
    {
        var taken = (int)Math.Min(_left, rest.Length);
        body?.Take(rest[..taken]);
        _left -= taken;
        if (_left == 0)
        {
            _part = _part == Part.Body ? Part.Done : Part.ChunkEnd;
        }

        return taken;
    }

    private int ReadChunkSize(ReadOnlySpan<byte> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\n')
            {
                _part = _left == 0 ? Part.LastLine : Part.ChunkData;
                return i + 1;
            }

            if (rest[i] != '\r')
            {
                _left = (_left * 16) + Hex(rest[i]);
            }
        }

        return rest.Length;
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => throw new InvalidDataException("The length of a chunk is not a number."),
    };

    private int ReadLineEnd(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return rest.Length;
        }

        _part = _part == Part.LastLine ? Part.Done : Part.ChunkSize;
        return end + 1;
    }
}

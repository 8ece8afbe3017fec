using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Weir.Cli.Import;

/// <summary>Reads a file of OTLP traces, request by request: what the OpenTelemetry Collector's file exporter writes, and single requests.</summary>
/// <remarks>
/// Four forms, told apart by their first bytes: JSON, one request or as many as there are, a line each or over many lines; protobuf with a length
/// of four bytes (the highest first) before each request; one protobuf request by itself; and each of them in gzip. Zstandard is refused by name.
/// </remarks>
internal sealed class OtlpFile : IDisposable
{
    // What the server takes; a file exporter's requests are some thousand times smaller.
    private const int LargestRequest = 64 << 20;
    private const int FirstBuffer = 1 << 20;
    private const int LengthBytes = 4;
    private const byte FirstFieldOfRequest = 0x0a;
    private const byte ByteOrderMark = 0xef;
    private static readonly byte[] Gzip = [0x1f, 0x8b];
    private static readonly byte[] Zstandard = [0x28, 0xb5, 0x2f, 0xfd];

    private readonly FileStream _file;
    private readonly Stream _content;
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    private OtlpFile(FileStream file, Stream content)
    {
        _file = file;
        _content = content;
    }

    /// <summary>Bytes of the file on the disk.</summary>
    public long Length => _file.Length;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed in a way that is not read.</exception>
    public static OtlpFile Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            var head = new byte[Zstandard.Length];
            var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            file.Position = 0;
            if (head.AsSpan(0, read).SequenceEqual(Zstandard))
            {
                throw new InvalidDataException($"{path} is compressed with zstd. Decompress it first: zstd -d {Path.GetFileName(path)}");
            }

            return new OtlpFile(file, head.AsSpan().StartsWith(Gzip) ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads to the end of the file.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or holds something else; the message says where.</exception>
    public async IAsyncEnumerable<OtlpMessage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken))
        {
            yield break;
        }

        // No length begins like a request: it would be one of 160 MiB.
        var isSingle = _buffer[0] == FirstFieldOfRequest;
        var isJson = _buffer[0] is (byte)'{' or (byte)' ' or (byte)'\t' or (byte)'\r' or ByteOrderMark;
        while (isJson ? await SkipBlanksAsync(cancellationToken) : _start < _end || await FillAsync(cancellationToken))
        {
            var length = isJson ? await FindEndOfJsonAsync(cancellationToken)
                : isSingle ? await ReadAllAsync(cancellationToken)
                : await FindEndOfProtobufAsync(cancellationToken);
            var body = _buffer.AsMemory(_start, length);
            _start += length;
            yield return new OtlpMessage(body, isJson, _file.Position);
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    // False at the end of the file.
    private async Task<bool> SkipBlanksAsync(CancellationToken cancellationToken)
    {
        do
        {
            while (_start < _end && _buffer[_start] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or ByteOrderMark or 0xbb or 0xbf)
            {
                _start++;
            }
        }
        while (_start == _end && await FillAsync(cancellationToken));

        return _start < _end;
    }

    private async Task<int> ReadAllAsync(CancellationToken cancellationToken)
    {
        while (await FillAsync(cancellationToken))
        {
        }

        return _end - _start;
    }

    private async Task<int> FindEndOfJsonAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (EndOfValue() is { } length)
            {
                return length;
            }

            if (!await FillAsync(cancellationToken))
            {
                throw new InvalidDataException($"The file ends in the middle of a request{Where()}.");
            }
        }
    }

    private int? EndOfValue()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 256 }));
        try
        {
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"This is not JSON of OTLP{Where()}: {wrong.Message}", wrong);
        }
    }

    private async Task<int> FindEndOfProtobufAsync(CancellationToken cancellationToken)
    {
        await NeedAsync(LengthBytes, cancellationToken);
        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start, LengthBytes));
        if (length > LargestRequest)
        {
            throw new InvalidDataException($"This is neither JSON nor protobuf of OTLP{Where()}: a request of {length:N0} bytes.");
        }

        _start += LengthBytes;
        await NeedAsync((int)length, cancellationToken);
        return (int)length;
    }

    private async Task NeedAsync(int bytes, CancellationToken cancellationToken)
    {
        while (_end - _start < bytes)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new InvalidDataException($"The file ends in the middle of a request{Where()}.");
            }
        }
    }

    private string Where() => $" near byte {_file.Position - (_end - _start):N0}";

    // Reads more behind what is there; false at the end of the file.
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_end > LargestRequest)
            {
                throw new InvalidDataException($"A request is larger than {LargestRequest >> 20} MiB{Where()}.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isAtEnd = read == 0;
        return read > 0;
    }
}

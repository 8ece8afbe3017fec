using System.Buffers;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>The decompressed body of one request in a rented buffer, counted against what all requests may hold.</summary>
internal sealed class OtlpBody : IDisposable
{
    private const int FirstBuffer = 64 << 10;

    private readonly ByteBudget _budget;
    private byte[] _buffer = [];
    private int _length;

    private OtlpBody(ByteBudget budget) => _budget = budget;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Why there is no body; null when there is one.</summary>
    public OtlpRefusal? Refusal { get; private set; }

    /// <summary>Reads a stream to its end, or until it is too large or there is no room.</summary>
    /// <exception cref="InvalidDataException">The stream is not compressed as it says.</exception>
    public static async Task<OtlpBody> ReadAsync(Stream stream, int limitBytes, ByteBudget budget, CancellationToken cancellationToken)
    {
        var body = new OtlpBody(budget);
        try
        {
            while (body.TryMakeRoom(limitBytes))
            {
                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                body._length += read;
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var held = _buffer;
        (_buffer, _length) = ([], 0);
        if (held.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(held);
            _budget.Return(held.Length);
        }
    }

    // One byte more than the limit is read before a body is too large: a body of exactly the limit is not.
    private bool TryMakeRoom(int limitBytes)
    {
        if (_length > limitBytes)
        {
            Refusal = OtlpRefusal.TooLarge(limitBytes);
            return false;
        }

        if (_length < _buffer.Length)
        {
            return true;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(FirstBuffer, Math.Min(_buffer.Length * 2, limitBytes + 1)));
        if (!_budget.TryTake(larger.Length))
        {
            ArrayPool<byte>.Shared.Return(larger);
            Refusal = OtlpRefusal.Busy;
            return false;
        }

        Bytes.CopyTo(larger);
        var length = _length;
        Dispose();
        (_buffer, _length) = (larger, length);
        return true;
    }
}

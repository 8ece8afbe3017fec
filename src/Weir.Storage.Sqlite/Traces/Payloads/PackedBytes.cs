using System.Buffers;
using System.IO.Compression;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Bytes as they lie in a row of <c>span_payloads</c>: a codec byte, the unpacked length as LEB128, and the packed bytes.</summary>
/// <remarks><code>02 f8 84 01 | Brotli of 16,888 bytes</code></remarks>
internal static class PackedBytes
{
    private const int SmallestWorthPacking = 128;
    private const int Window = 18;

    // Of one span of 3 KB, quality 1 leaves 1,180 bytes, 3 leaves 1,114 in a sixth more time, and 5 leaves 1,051 in more than twice the time.
    private const int QualityOfOne = 3;

    // Of eight together, 1 leaves 830 bytes a span and 3 leaves 740 in twice the time: storing must not wait for the tenth.
    private const int QualityOfMany = 1;

    public static byte[] Pack(ReadOnlySpan<byte> plain, bool areMany)
    {
        Span<byte> head = stackalloc byte[PackedWriter.LongestNumber + 1];
        head[0] = (byte)(areMany ? PayloadCodec.BrotliBlock : PayloadCodec.Brotli);
        var headLength = 1 + PackedWriter.WriteNumber(head[1..], (uint)plain.Length);
        if (areMany || plain.Length >= SmallestWorthPacking)
        {
            var packed = ArrayPool<byte>.Shared.Rent(areMany ? BrotliEncoder.GetMaxCompressedLength(plain.Length) : plain.Length);
            try
            {
                if (BrotliEncoder.TryCompress(plain, packed, out var length, areMany ? QualityOfMany : QualityOfOne, Window))
                {
                    return [.. head[..headLength], .. packed.AsSpan(0, length)];
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(packed);
            }
        }

        head[0] = (byte)PayloadCodec.None;
        return [.. head[..headLength], .. plain];
    }

    /// <exception cref="InvalidDataException">The bytes are damaged or in a codec that this program does not know.</exception>
    public static (PayloadCodec Codec, ReadOnlyMemory<byte> Plain) Unpack(byte[] blob)
    {
        if (blob.Length == 0)
        {
            throw new InvalidDataException("A span's payload is empty.");
        }

        var codec = (PayloadCodec)blob[0];
        var head = new PackedReader(blob.AsMemory(1));
        var length = head.ReadNumber();
        var packed = head.Rest;
        switch (codec)
        {
            case PayloadCodec.None:
                return (codec, packed);
            case PayloadCodec.Brotli or PayloadCodec.BrotliBlock:
                var plain = new byte[checked((int)length)];
                return BrotliDecoder.TryDecompress(packed.Span, plain, out var written) && written == plain.Length
                    ? (codec, plain)
                    : throw new InvalidDataException("A span's payload is damaged.");
            default:
                throw new InvalidDataException($"A span's payload is in codec {blob[0]}, which this version does not know.");
        }
    }
}

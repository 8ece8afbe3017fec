using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Weir.Simulator.Images;

/// <summary>Writes a PNG of 16 colours, which for flat shapes is a few kilobytes at any size.</summary>
/// <remarks>Source: PNG specification, third edition: signature, IHDR, PLTE, IDAT, IEND.</remarks>
internal static class PngWriter
{
    private const byte BitsPerPixel = 4;
    private const byte IndexedColour = 3;

    /// <param name="palette">Red, green and blue of each colour; at most 16.</param>
    /// <param name="rows">One palette index for each pixel, row by row.</param>
    public static byte[] Write(int width, int height, ImmutableArray<(byte Red, byte Green, byte Blue)> palette, IEnumerable<byte[]> rows)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitsPerPixel;
        header[9] = IndexedColour;
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, [.. palette.SelectMany(colour => new[] { colour.Red, colour.Green, colour.Blue })]);
        WriteChunk(png, "IDAT"u8, Compress(rows));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(IEnumerable<byte[]> rows)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            foreach (var row in rows)
            {
                // Each row begins with its filter; 0 is none. Two pixels share a byte, the first in its upper half.
                deflate.WriteByte(0);
                for (var x = 0; x < row.Length; x += 2)
                {
                    deflate.WriteByte((byte)((row[x] << 4) | (x + 1 < row.Length ? row[x + 1] : 0)));
                }
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32([.. type, .. data]));
        png.Write(number);
    }

    private static uint Crc32(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var part in data)
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Weir.Tracing.Datasets;

/// <summary>SHA-256 of what an example says, so that the same example is known again.</summary>
public readonly record struct ContentHash(UInt128 High, UInt128 Low)
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    /// <summary>Of a text in its one normal form.</summary>
    public static ContentHash OfBytes(ReadOnlySpan<byte> normalForm)
    {
        Span<byte> hash = stackalloc byte[Size];
        _ = SHA256.HashData(normalForm, hash);
        return FromBytes(hash);
    }

    /// <summary>A hash as <see cref="ToBytes"/> gave it.</summary>
    public static ContentHash FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }
}

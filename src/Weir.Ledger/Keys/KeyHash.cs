using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Ledger.Keys;

/// <summary>SHA-256 of a key's text: the only form in which a key is kept, and its public id in management calls.</summary>
/// <remarks>A value of 32 bytes, so that looking a key up allocates nothing.</remarks>
public readonly record struct KeyHash(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Hashes the text of a key as a client sends it.</summary>
    public static KeyHash Of(ReadOnlySpan<char> key)
    {
        // Keys are 73 characters; whatever else a header may carry must not be able to exhaust the stack.
        const int LongestOnStack = 256;
        Span<byte> utf8 = key.Length <= LongestOnStack ? stackalloc byte[LongestOnStack * 3] : new byte[Encoding.UTF8.GetMaxByteCount(key.Length)];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetBytes(key, utf8);
        SHA256.HashData(utf8[..length], digest);
        return FromBytes(digest);
    }

    /// <summary>Reads 64 hex characters; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out KeyHash hash)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash = default;
        if (hex.Length != bytes.Length * 2
            || Convert.FromHexString(hex, bytes, out _, out var written) != System.Buffers.OperationStatus.Done
            || written != bytes.Length)
        {
            return false;
        }

        hash = FromBytes(bytes);
        return true;
    }

    /// <summary>The number by which parts of the API name a key: the first 53 bits, which every JSON reader keeps exactly.</summary>
    public long ToNumber() => (long)(A >> 11);

    /// <summary>64 lowercase hex characters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], D);
        return Convert.ToHexStringLower(bytes);
    }

    private static KeyHash FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));
}

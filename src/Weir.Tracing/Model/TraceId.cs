using System.Buffers.Binary;

namespace Weir.Tracing.Model;

/// <summary>The 16 bytes that name a trace.</summary>
public readonly record struct TraceId(ulong High, ulong Low)
{
    public bool IsZero => High == 0 && Low == 0;

    /// <summary>Reads 16 bytes.</summary>
    public static TraceId FromBytes(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Reads 32 hex characters in either case; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out TraceId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id = default;
        if (hex.Length != 32 || Convert.FromHexString(hex, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        id = FromBytes(bytes);
        return true;
    }

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>32 lowercase hex characters.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}

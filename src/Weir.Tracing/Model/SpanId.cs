using System.Buffers.Binary;
using System.Globalization;

namespace Weir.Tracing.Model;

/// <summary>The 8 bytes that name a span within its trace.</summary>
public readonly record struct SpanId(ulong Value)
{
    public bool IsZero => Value == 0;

    /// <summary>Reads 8 bytes.</summary>
    public static SpanId FromBytes(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes));

    /// <summary>Reads 16 hex characters in either case; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> hex, out SpanId id)
    {
        id = default;
        if (hex.Length != 16 || !ulong.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        id = new SpanId(value);
        return true;
    }

    /// <summary>16 lowercase hex characters.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}

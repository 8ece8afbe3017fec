using System.Buffers.Binary;

namespace Weir.Tracing.Ingest;

/// <summary>Steps through the fields of one protobuf message without copying.</summary>
/// <remarks>
/// <code>0a 05 68 65 6c 6c 6f  10 96 01</code> is field 1 (tag 0a = 1 &lt;&lt; 3 | 2, length 5) "hello", then field 2 (tag 10, varint) 150.
/// A field with an unexpected wire type is for the caller to skip, as protobuf demands for unknown fields.
/// </remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    public WireType Wire { get; private set; }

    /// <summary>The value of a varint, fixed64 or fixed32 field.</summary>
    public ulong Number { get; private set; }

    /// <summary>The value of a length-delimited field.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Reads the next field; false at the end of the message.</summary>
    /// <exception cref="InvalidDataException">The message is cut or malformed.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        Field = tag is > 7 and <= uint.MaxValue ? (int)(tag >> 3) : throw Malformed("a field has no number");
        Wire = (WireType)(tag & 7);
        switch (Wire)
        {
            case WireType.Varint:
                Number = ReadVarint();
                break;
            case WireType.Fixed64:
                Number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8));
                break;
            case WireType.Fixed32:
                Number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                break;
            case WireType.Bytes:
                Bytes = Take(ReadVarint());
                break;
            default:
                // Groups are older than proto3, and 6 and 7 were never given out.
                throw Malformed($"wire type {(int)Wire} is not used in OTLP");
        }

        return true;
    }

    public readonly bool Is(int field, WireType wire) => Field == field && Wire == wire;

    private static InvalidDataException Malformed(string what) => new($"The body is not valid protobuf: {what}.");

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint && i < _rest.Length; i++)
        {
            value |= (ulong)(_rest[i] & 0x7f) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw Malformed("a number is cut off or too long");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw Malformed("a field is longer than its message");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}

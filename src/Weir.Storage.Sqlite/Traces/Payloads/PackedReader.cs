namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal sealed class PackedReader(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    /// <summary>What has not been read yet.</summary>
    public ReadOnlyMemory<byte> Rest => bytes[_position..];

    /// <exception cref="InvalidDataException">There is no number here.</exception>
    public uint ReadNumber()
    {
        var number = 0UL;
        for (var shift = 0; shift < PackedWriter.LongestNumber * 7; shift += 7)
        {
            if (_position >= bytes.Length)
            {
                break;
            }

            var next = bytes.Span[_position++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return (uint)number;
            }
        }

        throw new InvalidDataException("A span's payload is damaged.");
    }

    /// <exception cref="InvalidDataException">There are fewer bytes than were written.</exception>
    public ReadOnlyMemory<byte> ReadBytes()
    {
        var length = ReadNumber();
        if (length > (uint)(bytes.Length - _position))
        {
            throw new InvalidDataException("A span's payload is damaged.");
        }

        var start = _position;
        _position += (int)length;
        return bytes.Slice(start, (int)length);
    }
}

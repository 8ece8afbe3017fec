using System.Buffers.Binary;
using System.Text;

namespace Weir.Tests.Testing;

/// <summary>Writes the messages of an event stream as Bedrock sends them.</summary>
internal static class EventStreamFrames
{
    /// <summary>
    /// One message a line: <c>messageStop⇥{"stopReason":"end_turn"}</c>; an exception with <c>!</c> before its name, an error with <c>?</c> and its
    /// message as it is.
    /// </summary>
    public static byte[] OfLines(IEnumerable<string> lines) => [.. lines.SelectMany(OfLine)];

    public static byte[] Event(string type, string json) =>
        Frame(json, (":event-type", type), (":content-type", "application/json"), (":message-type", "event"));

    /// <summary>A message of any headers, all of them text.</summary>
    public static byte[] Frame(string payload, params (string Name, string Value)[] headers)
    {
        using var body = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            var text = Encoding.UTF8.GetBytes(value);
            body.WriteByte((byte)name.Length);
            body.Write(Encoding.ASCII.GetBytes(name));
            body.Write([7, (byte)(text.Length >> 8), (byte)text.Length]);
            body.Write(text);
        }

        return Frame(body.ToArray(), Encoding.UTF8.GetBytes(payload));
    }

    /// <summary>A message with right lengths and checksums around whatever its headers are.</summary>
    public static byte[] Frame(byte[] headers, byte[] payload)
    {
        var frame = new byte[12 + headers.Length + payload.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.Length);
        headers.CopyTo(frame, 12);
        payload.CopyTo(frame, 12 + headers.Length);
        Seal(frame);
        return frame;
    }

    /// <summary>Makes both checksums right again.</summary>
    public static void Seal(byte[] frame)
    {
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Checksum(frame.AsSpan(0, 8)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(frame.Length - 4), Checksum(frame.AsSpan(0, frame.Length - 4)));
    }

    // Bit by bit, as the definition has it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var next in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var isSet = ((rest ^ ((uint)next >> bit)) & 1) == 1;
                rest = (rest >> 1) ^ (isSet ? 0xEDB88320 : 0);
            }
        }

        return ~rest;
    }

    private static byte[] OfLine(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var (name, rest) = (line[..tab], line[(tab + 1)..]);
        return name[0] switch
        {
            '!' => Frame(rest, (":exception-type", name[1..]), (":content-type", "application/json"), (":message-type", "exception")),
            '?' => Frame("", (":error-code", name[1..]), (":error-message", rest), (":message-type", "error")),
            _ => Event(name, rest),
        };
    }
}

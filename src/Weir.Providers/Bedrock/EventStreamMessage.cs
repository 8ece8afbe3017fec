using System.Buffers.Binary;
using System.Text;

namespace Weir.Providers.Bedrock;

/// <summary>One message of an event stream: what it is, and its payload.</summary>
/// <param name="Kind"><c>:message-type</c>: <c>event</c>, <c>exception</c> or <c>error</c>.</param>
/// <param name="Type">The name of the event or exception, or the code of the error.</param>
/// <param name="ErrorMessage"><c>:error-message</c>, which an error has instead of a payload.</param>
/// <param name="Payload">JSON.</param>
internal readonly record struct EventStreamMessage(string? Kind, string? Type, string? ErrorMessage, ReadOnlyMemory<byte> Payload)
{
    /// <exception cref="InvalidDataException">The headers are not what their lengths say.</exception>
    public static EventStreamMessage Read(ReadOnlySpan<byte> headers, ReadOnlyMemory<byte> payload)
    {
        var message = new EventStreamMessage(null, null, null, payload);
        while (!headers.IsEmpty)
        {
            var name = Encoding.UTF8.GetString(Take(ref headers, Take(ref headers, 1)[0]));
            var value = TakeValue(ref headers);
            message = name switch
            {
                ":message-type" => message with { Kind = value },
                ":event-type" or ":exception-type" or ":error-code" => message with { Type = value },
                ":error-message" => message with { ErrorMessage = value },
                _ => message,
            };
        }

        return message;
    }

    // Only text matters here; other values are as long as their type says.
    private static string? TakeValue(ref ReadOnlySpan<byte> headers)
    {
        const byte Text = 7;
        var type = Take(ref headers, 1)[0];
        var length = type switch
        {
            // True, false, byte, short, integer, long, bytes, text, timestamp, UUID.
            0 or 1 => 0,
            2 => 1,
            3 => 2,
            4 => 4,
            5 or 8 => 8,
            6 or Text => BinaryPrimitives.ReadUInt16BigEndian(Take(ref headers, 2)),
            9 => 16,
            _ => throw new InvalidDataException($"A header of the event stream has the type {type}; there are 0 to 9."),
        };
        var value = Take(ref headers, length);
        return type == Text ? Encoding.UTF8.GetString(value) : null;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> headers, int length)
    {
        if (length > headers.Length)
        {
            throw new InvalidDataException("A header of the event stream is longer than all of them together.");
        }

        var taken = headers[..length];
        headers = headers[length..];
        return taken;
    }
}

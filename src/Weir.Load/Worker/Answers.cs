using System.Globalization;
using System.Text;

namespace Weir.Load.Worker;

/// <summary>The bytes that the instant upstream answers with, made once: what they say does not matter, their shape and length do.</summary>
internal static class Answers
{
    /// <summary>Events with text of a stream; the usage and the end mark come after them.</summary>
    public const int StreamEvents = 64;

    /// <summary>Digits of the time that an event of a paced stream carries.</summary>
    public const int StampDigits = 16;

    private const string Words =
        "A weir raises the water a little, keeps it level, and measures all of what flows over its crest, day and night, in calm weather and in flood, until somebody opens it.";

    /// <summary>An answer of 31 tokens in one piece.</summary>
    public static ReadOnlyMemory<byte> Whole { get; } = Encoding.ASCII.GetBytes(WithLength(
        "application/json",
        $$$"""{"id":"chatcmpl-bench","object":"chat.completion","created":1700000000,"model":"bench","choices":[{"index":0,"message":{"role":"assistant","content":"{{{Words}}}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":24,"completion_tokens":31,"total_tokens":55}}"""));

    /// <summary>What begins a paced stream.</summary>
    public static ReadOnlyMemory<byte> StreamHead { get; } =
        Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");

    /// <summary>What ends a stream: why it ended, the usage, the end mark.</summary>
    public static ReadOnlyMemory<byte> StreamEnd { get; } = Encoding.ASCII.GetBytes(
        Chunk("""{"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,"model":"bench","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""")
        + Chunk("""{"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,"model":"bench","choices":[],"usage":{"prompt_tokens":24,"completion_tokens":64,"total_tokens":88}}""")
        + Chunk("[DONE]")
        + "0\r\n\r\n");

    /// <summary>A stream of <see cref="StreamEvents"/> events that is there at once.</summary>
    /// <remarks>After the two that it is made of: they are set in the order of the text.</remarks>
    public static ReadOnlyMemory<byte> Stream { get; } = MakeStream();

    /// <summary>One event of a stream, with the time it left at as its text, in ticks of the monotonic clock.</summary>
    public static byte[] Stamped(long ticks) => Encoding.ASCII.GetBytes(Event(ticks.ToString("x16", CultureInfo.InvariantCulture)));

    private static byte[] MakeStream()
    {
        var text = new StringBuilder(Encoding.ASCII.GetString(StreamHead.Span));
        for (var i = 0; i < StreamEvents; i++)
        {
            text.Append(Event("weir "));
        }

        return Encoding.ASCII.GetBytes(text.Append(Encoding.ASCII.GetString(StreamEnd.Span)).ToString());
    }

    private static string Event(string content) => Chunk(
        $$"""{"id":"chatcmpl-bench","object":"chat.completion.chunk","created":1700000000,"model":"bench","choices":[{"index":0,"delta":{"content":"{{content}}"},"finish_reason":null}]}""");

    private static string Chunk(string data)
    {
        var line = $"data: {data}\n\n";
        return string.Create(CultureInfo.InvariantCulture, $"{line.Length:x}\r\n{line}\r\n");
    }

    private static string WithLength(string type, string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
}

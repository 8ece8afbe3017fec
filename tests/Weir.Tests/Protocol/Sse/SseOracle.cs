using System.Text;

namespace Weir.Tests.Protocol.Sse;

/// <summary>The event-stream grammar word for word and without a thought for speed, to compare a reader with.</summary>
internal static class SseOracle
{
    public static List<(string Type, string Data)> Parse(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        text = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? text[3..] : text;
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var events = new List<(string, string)>();
        string? data = null;
        var type = "";

        // What stands behind the last line end is no line.
        foreach (var line in lines[..^1])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var field = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? "" : line[(colon + 1)..];
            value = value.StartsWith(' ') ? value[1..] : value;
            (data, type) = field switch
            {
                "data" when line.Length > 0 => (data is null ? value : data + "\n" + value, type),
                "event" => (data, value),
                _ => (data, type),
            };
            if (line.Length > 0)
            {
                continue;
            }

            if (data is not null)
            {
                events.Add((Utf8(type), Utf8(data)));
            }

            (data, type) = (null, "");
        }

        return events;
    }

    private static string Utf8(string latin1) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));
}

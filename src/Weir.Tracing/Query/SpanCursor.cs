using System.Globalization;

namespace Weir.Tracing.Query;

/// <summary>A place in a list of spans: the last one that was seen. Spans that arrive later do not move it.</summary>
public readonly record struct SpanCursor(long ReceivedUnixNanos, long SpanId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote: <c>1732281600000000000.42</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SpanCursor cursor)
    {
        cursor = default;
        var dot = text.IndexOf('.');
        if (dot < 0 || !TryReadNumber(text[..dot], out var received) || !TryReadNumber(text[(dot + 1)..], out var span))
        {
            return false;
        }

        cursor = new SpanCursor(received, span);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ReceivedUnixNanos}.{SpanId}");

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

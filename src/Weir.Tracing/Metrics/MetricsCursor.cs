using System.Globalization;

namespace Weir.Tracing.Metrics;

/// <summary>A place among the spans of a project by when they began: the last one that was added up.</summary>
public readonly record struct MetricsCursor(long StartUnixNanos, long SpanId)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MetricsCursor cursor)
    {
        cursor = default;
        var dot = text.IndexOf('.');
        if (dot < 0
            || !long.TryParse(text[..dot], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start)
            || !long.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var span))
        {
            return false;
        }

        cursor = new MetricsCursor(start, span);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartUnixNanos}.{SpanId}");
}

using System.Buffers;
using System.Globalization;
using Weir.Protocol.Primitives;
using Weir.Tracing.Model;

namespace Weir.Gateway.Pipeline;

/// <summary>Where the gateway's span stands: in the caller's trace when a valid <c>traceparent</c> says so, else in a new one.</summary>
/// <remarks>Source: W3C Trace Context. The sampled flag is kept but never a reason not to record.</remarks>
public sealed record TraceContext(TraceId TraceId, SpanId SpanId, SpanId? ParentSpanId, uint Flags, string TraceState)
{
    private const int TraceParentLength = 55;
    private const uint Sampled = 1;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdef-");

    /// <summary>Reads <c>00-&lt;32 hex&gt;-&lt;16 hex&gt;-&lt;2 hex&gt;</c>; anything invalid starts a trace of our own.</summary>
    public static TraceContext From(string? traceParent, string? traceState) =>
        TryParse(traceParent, out var trace, out var parent, out var flags)
            ? new TraceContext(trace, NewSpanId(), parent, flags, traceState ?? "")
            : new TraceContext(NewTraceId(), NewSpanId(), null, Sampled, "");

    public static SpanId NewSpanId()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomBytes.Fill(bytes);
        return SpanId.FromBytes(bytes);
    }

    private static TraceId NewTraceId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes);
        return TraceId.FromBytes(bytes);
    }

    private static bool TryParse(string? text, out TraceId trace, out SpanId parent, out uint flags)
    {
        (trace, parent, flags) = (default, default, 0);
        if (text is null || text.Length < TraceParentLength || text[2] != '-' || text[35] != '-' || text[52] != '-')
        {
            return false;
        }

        // Hex in lower case only; version ff is forbidden; a higher version may carry more behind the known part and a dash.
        var version = text.AsSpan(0, 2);
        var rest = text.AsSpan(TraceParentLength);
        if (text.AsSpan(0, TraceParentLength).ContainsAnyExcept(Allowed) || version is "ff" || (!rest.IsEmpty && (version is "00" || rest[0] != '-')))
        {
            return false;
        }

        return TraceId.TryParse(text.AsSpan(3, 32), out trace) && !trace.IsZero
            && SpanId.TryParse(text.AsSpan(36, 16), out parent) && !parent.IsZero
            && uint.TryParse(text.AsSpan(53, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out flags);
    }
}

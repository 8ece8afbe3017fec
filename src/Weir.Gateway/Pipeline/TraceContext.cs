using System.Globalization;
using System.Security.Cryptography;
using Weir.Tracing.Model;

namespace Weir.Gateway.Pipeline;

/// <summary>Where the gateway's span stands: in the caller's trace when a valid <c>traceparent</c> says so, else in a new one.</summary>
/// <remarks>Source: W3C Trace Context. The sampled flag is kept but never a reason not to record.</remarks>
public sealed record TraceContext(TraceId TraceId, SpanId SpanId, SpanId? ParentSpanId, uint Flags, string TraceState)
{
    private const int TraceParentLength = 55;
    private const uint Sampled = 1;

    /// <summary>Reads <c>00-&lt;32 hex&gt;-&lt;16 hex&gt;-&lt;2 hex&gt;</c>; anything invalid starts a trace of our own.</summary>
    public static TraceContext From(string? traceParent, string? traceState) =>
        TryParse(traceParent, out var trace, out var parent, out var flags)
            ? new TraceContext(trace, NewSpanId(), parent, flags, traceState ?? "")
            : new TraceContext(NewTraceId(), NewSpanId(), null, Sampled, "");

    public static SpanId NewSpanId()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return SpanId.FromBytes(bytes);
    }

    private static TraceId NewTraceId()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return TraceId.FromBytes(bytes);
    }

    private static bool TryParse(string? text, out TraceId trace, out SpanId parent, out uint flags)
    {
        (trace, parent, flags) = (default, default, 0);
        if (text is null || text.Length < TraceParentLength || text[2] != '-' || text[35] != '-' || text[52] != '-')
        {
            return false;
        }

        // Version ff is forbidden; a higher version may carry more behind the known part.
        var version = text.AsSpan(0, 2);
        if (version is "ff" || (version is "00" && text.Length != TraceParentLength))
        {
            return false;
        }

        return TraceId.TryParse(text.AsSpan(3, 32), out trace) && !trace.IsZero
            && SpanId.TryParse(text.AsSpan(36, 16), out parent) && !parent.IsZero
            && uint.TryParse(text.AsSpan(53, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out flags);
    }
}

using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>A span's status as the APIs write it.</summary>
internal static class SpanStatusText
{
    public static string Of(SpanStatus status) => status switch
    {
        SpanStatus.Ok => "OK",
        SpanStatus.Error => "ERROR",
        _ => "UNSET",
    };
}

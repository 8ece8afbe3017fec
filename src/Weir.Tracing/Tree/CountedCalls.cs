using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Which spans of a trace count as calls, so that each call counts once: see <see cref="CallSums"/>.</summary>
public static class CountedCalls
{
    /// <param name="spans">Those of one trace, every id once. Names and status messages are not looked at.</param>
    public static IReadOnlySet<SpanId> Of(IReadOnlyList<SpanOutline> spans) => CallSums.Of(TraceTree.Of(spans)).Calls.Select(call => call.SpanId).ToHashSet();
}

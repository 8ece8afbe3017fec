using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Finds spans that were sent before.</summary>
internal static class SpanDuplicates
{
    /// <summary>Those that are stored already, and those that are there twice in the request.</summary>
    public static async Task<List<SpanRow>> FindAsync(ITraceStore traces, IReadOnlyList<SpanRow> given, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SpanKey>();
        var keys = given.Select(span => new SpanKey(span.WorkspaceId, span.TraceId, span.SpanId)).ToArray();
        var missing = (await traces.FindMissingAsync(keys, cancellationToken)).ToHashSet();
        return [.. given.Where((_, index) => !missing.Contains(keys[index]) || !seen.Add(keys[index]))];
    }
}

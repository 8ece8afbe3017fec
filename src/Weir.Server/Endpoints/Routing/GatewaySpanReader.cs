using Weir.Ledger.Records;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Routing;

/// <summary>Reads what the gateway's own spans say of one exchange.</summary>
internal sealed class GatewaySpanReader(ITraceStore traces)
{
    // Attempts are stored with the gateway's span: of a trace of many calls those are among the last, or the first.
    private const int MostSpans = 5_000;

    /// <summary>The gateway's span and those of attempts right below it, as far as they are kept.</summary>
    public async Task<(SpanRow? Span, IReadOnlyList<SpanOutline> Attempts)> ReadAsync(GenerationRow row, CancellationToken cancellationToken)
    {
        if (!TraceId.TryParse(row.TraceId, out var trace) || !SpanId.TryParse(row.SpanId, out var span))
        {
            return (null, []);
        }

        var stored = await traces.FindSpanAsync(new SpanKey(row.WorkspaceId, trace, span), cancellationToken);
        if (stored is null)
        {
            return (null, []);
        }

        var outline = await traces.FindTraceAsync(row.WorkspaceId, trace, MostSpans, cancellationToken);
        return (stored.Row, [.. (outline?.Spans ?? []).Where(one => one.ParentSpanId == span && one.Name.StartsWith("attempt ", StringComparison.Ordinal)).OrderBy(one => one.StartUnixNanos)]);
    }
}

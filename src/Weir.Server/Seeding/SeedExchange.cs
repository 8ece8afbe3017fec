using Weir.Ledger.Pricing;
using Weir.Ledger.Records;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>One call that has ended: its record, and its spans.</summary>
internal sealed record SeedExchange(GenerationRow Row, IReadOnlyList<SpanRow> Spans, TokenUsage? Usage)
{
    public DateTimeOffset End => Row.CreatedAt.AddMilliseconds(Row.DurationMs);

    public bool Failed => Row.ErrorType is not null;
}

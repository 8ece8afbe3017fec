namespace Weir.Tracing.Filter;

/// <summary><c>latency_ms</c>: a value that has a place of its own.</summary>
public sealed record FieldTerm(SpanField Field) : FilterTerm
{
    /// <inheritdoc/>
    public override FieldType Type => SpanFieldTable.TypeOf(Field);
}

namespace Weir.Tracing.Filter;

/// <summary><c>'gpt-4'</c>: a value that the filter says.</summary>
public sealed record LiteralTerm(FilterValue Value) : FilterTerm
{
    /// <inheritdoc/>
    public override FieldType Type => FieldType.Any;
}

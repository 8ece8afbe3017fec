namespace Weir.Tracing.Filter;

/// <summary><c>attributes['metadata.tier']</c>: a value of the span's attributes.</summary>
/// <param name="Path">Names with dots between them, as <see cref="Query.AttributePath"/> reads them.</param>
public sealed record AttributeTerm(string Path) : FilterTerm
{
    /// <inheritdoc/>
    public override FieldType Type => FieldType.Any;
}

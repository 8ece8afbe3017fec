namespace Weir.Tracing.Filter;

/// <summary>Something in a filter that has a value.</summary>
public abstract record FilterTerm
{
    /// <summary>What it can be compared with.</summary>
    public abstract FieldType Type { get; }
}

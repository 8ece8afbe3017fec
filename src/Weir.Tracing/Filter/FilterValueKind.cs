namespace Weir.Tracing.Filter;

/// <summary>What a value in a filter is.</summary>
public enum FilterValueKind
{
    /// <summary>The span has no such value.</summary>
    None,
    Text,
    Number,
    Truth,

    /// <summary>A list or an object: it is there, and equals nothing.</summary>
    Other,
}

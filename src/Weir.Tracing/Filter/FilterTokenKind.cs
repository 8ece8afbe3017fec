namespace Weir.Tracing.Filter;

/// <summary>What a piece of a filter's text is.</summary>
internal enum FilterTokenKind
{
    End,
    Name,
    Text,
    Number,
    Sign,
}

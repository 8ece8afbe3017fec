namespace Weir.Tracing.Filter;

/// <summary>How two values are compared.</summary>
public enum CompareOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

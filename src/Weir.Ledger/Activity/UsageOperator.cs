namespace Weir.Ledger.Activity;

/// <summary>How a value is compared with those of a filter. Texts are compared by their code points; what is unset passes none of them.</summary>
public enum UsageOperator
{
    Equal,
    NotEqual,
    In,
    NotIn,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

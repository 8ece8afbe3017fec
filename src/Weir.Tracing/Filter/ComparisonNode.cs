namespace Weir.Tracing.Filter;

/// <summary><c>latency_ms &gt; 500</c>.</summary>
/// <param name="Left">Never a literal.</param>
public sealed record ComparisonNode(FilterTerm Left, CompareOperator Operator, FilterTerm Right) : FilterNode;

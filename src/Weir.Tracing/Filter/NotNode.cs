namespace Weir.Tracing.Filter;

/// <summary>It does not hold.</summary>
public sealed record NotNode(FilterNode Inner) : FilterNode;

namespace Weir.Tracing.Filter;

/// <summary>At least one holds.</summary>
public sealed record OrNode(FilterNode Left, FilterNode Right) : FilterNode;

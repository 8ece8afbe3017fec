namespace Weir.Tracing.Filter;

/// <summary>Both hold.</summary>
public sealed record AndNode(FilterNode Left, FilterNode Right) : FilterNode;

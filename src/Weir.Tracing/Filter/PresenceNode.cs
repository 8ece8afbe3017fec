namespace Weir.Tracing.Filter;

/// <summary><c>parent_id is not None</c>: the span has such a value.</summary>
public sealed record PresenceNode(FilterTerm Term) : FilterNode;

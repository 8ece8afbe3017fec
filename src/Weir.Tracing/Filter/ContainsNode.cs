namespace Weir.Tracing.Filter;

/// <summary><c>'text' in input.value</c>: a text with these characters in it, or a list with an item that is this text.</summary>
public sealed record ContainsNode(FilterTerm Whole, string Part) : FilterNode;

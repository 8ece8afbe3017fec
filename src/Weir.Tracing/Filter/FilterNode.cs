namespace Weir.Tracing.Filter;

/// <summary>A condition on a span: it holds or it does not.</summary>
/// <remarks>
/// A comparison with a value that the span lacks does not hold, whichever way it asks, and <c>not</c> turns round what is inside it.
/// <c>is None</c> asks for what is lacking.
/// </remarks>
public abstract record FilterNode;

using Weir.Tracing.Annotations;

namespace Weir.Tracing.Filter;

/// <summary><c>annotations['quality']</c>: there is an annotation with this name.</summary>
public sealed record AnnotationPresenceNode(AnnotationScope Scope, string Name) : FilterNode;

using System.Collections.Immutable;

namespace Weir.Tracing.Annotations;

/// <summary>One page of annotations.</summary>
/// <param name="Annotations">At most as many as asked for.</param>
/// <param name="Next">For <see cref="AnnotationQuery.Before"/>; null at the end.</param>
public sealed record AnnotationPage(ImmutableArray<AnnotationRow> Annotations, long? Next);

namespace Weir.Tracing.Annotations;

/// <summary>What an annotation says.</summary>
public sealed record AnnotationValues(string? Label, double? Score, string? Explanation);

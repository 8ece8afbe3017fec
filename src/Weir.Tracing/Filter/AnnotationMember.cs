namespace Weir.Tracing.Filter;

/// <summary>The part of an annotation that a filter compares.</summary>
public enum AnnotationMember
{
    Label,
    Score,
    Explanation,
}

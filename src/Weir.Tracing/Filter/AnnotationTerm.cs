using Weir.Tracing.Annotations;

namespace Weir.Tracing.Filter;

/// <summary><c>annotations['quality'].score</c>: a part of the annotations with this name; any one of them may meet the condition.</summary>
public sealed record AnnotationTerm(AnnotationScope Scope, string Name, AnnotationMember Member) : FilterTerm
{
    /// <inheritdoc/>
    public override FieldType Type => Member == AnnotationMember.Score ? FieldType.Number : FieldType.Text;
}

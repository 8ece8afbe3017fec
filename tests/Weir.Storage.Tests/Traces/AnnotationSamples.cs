using Weir.Tracing.Annotations;
using Weir.Tracing.Model;

namespace Weir.Storage.Tests.Traces;

/// <summary>Annotations for store tests.</summary>
internal static class AnnotationSamples
{
    public static AnnotationRow Annotation(AnnotationScope scope, string target, string name = "q", string identifier = "") => new()
    {
        WorkspaceId = SpanSamples.Workspace,
        Scope = scope,
        Target = target,
        SpanId = scope is AnnotationScope.Span && SpanId.TryParse(target, out var span) ? span : null,
        Name = name,
        Identifier = identifier,
        AnnotatorKind = "HUMAN",
        Values = new AnnotationValues("good", 0.5, null),
        Metadata = "{}",
        Source = "API",
        CreatedUnixNanos = 100,
        UpdatedUnixNanos = 100,
    };
}

using System.Collections.Immutable;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>How the API calls annotations of one scope.</summary>
/// <param name="Scope">What they are about.</param>
/// <param name="Path">The word in addresses: <c>span</c> of <c>/v1/span_annotations</c>.</param>
/// <param name="TargetMember">The member that names the target: <c>span_id</c>.</param>
/// <param name="IdType">The type in their ids.</param>
internal sealed record AnnotationForm(AnnotationScope Scope, string Path, string TargetMember, string IdType)
{
    public static AnnotationForm Span { get; } = new(AnnotationScope.Span, "span", "span_id", "SpanAnnotation");

    public static AnnotationForm Trace { get; } = new(AnnotationScope.Trace, "trace", "trace_id", "TraceAnnotation");

    public static AnnotationForm Session { get; } = new(AnnotationScope.Session, "session", "session_id", "ProjectSessionAnnotation");

    public static AnnotationForm Document { get; } = new(AnnotationScope.Document, "document", "span_id", "DocumentAnnotation");

    /// <summary>Those that a project lists, and deletes.</summary>
    public static ImmutableArray<AnnotationForm> OfProjects { get; } = [Span, Trace, Session];

    /// <summary>Where a project has them.</summary>
    public string ProjectAddress => $"/v1/projects/{{project_identifier}}/{Path}_annotations";
}

using System.Globalization;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Annotations;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads annotations and notes of request bodies.</summary>
/// <remarks>
/// <code>{"span_id":"…","name":"quality","annotator_kind":"HUMAN","result":{"label":"good","score":0.9,"explanation":"…"},"metadata":{},"identifier":""}</code>
/// </remarks>
internal sealed class AnnotationBody(AnnotationForm form, Guid workspaceId, long nowUnixNanos)
{
    private const string Note = "note";
    private const int LongestName = 1000;

    /// <exception cref="GatewayException">422: it is not an annotation.</exception>
    public AnnotationRow ReadAnnotation(PhoenixBody body)
    {
        var result = body.Object("result");
        var values = new AnnotationValues(result?.Text("label"), result?.Number("score"), result?.Text("explanation"));
        if (values is { Label: null, Score: null, Explanation: null } && form.Scope == AnnotationScope.Document)
        {
            throw PhoenixEdge.Unprocessable($"{body.PlaceOf("result")} must have a label, a score or an explanation.");
        }

        return Read(body) with
        {
            Name = Short(body, "name", body.RequiredText("name").Trim()),
            Identifier = Short(body, "identifier", body.Text("identifier") ?? ""),
            AnnotatorKind = body.OneOf("annotator_kind", "LLM", "CODE", "HUMAN"),
            Values = values,
            Metadata = body.Object("metadata")?.Json.GetRawText() ?? "{}",
        };
    }

    /// <summary>A note: an annotation of that name, each one of its own unless it has an identifier.</summary>
    /// <exception cref="GatewayException">422: it is not a note.</exception>
    public AnnotationRow ReadNote(PhoenixBody body) => Read(body) with
    {
        Identifier = body.Text("identifier") is { Length: > 0 } given ? Short(body, "identifier", given) : $"px-{form.Path}-note:{Guid.CreateVersion7()}",
        Values = new AnnotationValues(null, null, body.RequiredText(Note)),
    };

    private static string Short(PhoenixBody body, string name, string text) =>
        text.Length <= LongestName ? text : throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} has more than {LongestName} characters.");

    private AnnotationRow Read(PhoenixBody body)
    {
        var target = body.RequiredText(form.TargetMember);
        var span = form.Scope is AnnotationScope.Span or AnnotationScope.Document ? SpanOf(body, target) : (SpanId?)null;
        return new AnnotationRow
        {
            WorkspaceId = workspaceId,
            Scope = form.Scope,
            Target = form.Scope switch
            {
                AnnotationScope.Span => span.ToString()!,
                AnnotationScope.Document => string.Create(CultureInfo.InvariantCulture, $"{span}:{body.RequiredIndex("document_position")}"),
                AnnotationScope.Trace when !TraceId.TryParse(target, out _) => throw PhoenixEdge.Unprocessable($"{body.PlaceOf("trace_id")} '{target}' is not 32 hex digits."),
                AnnotationScope.Trace => target.ToLowerInvariant(),
                _ => Short(body, form.TargetMember, target),
            },
            SpanId = span,
            Name = Note,
            Identifier = "",
            AnnotatorKind = "HUMAN",
            Values = new AnnotationValues(null, null, null),
            Metadata = "{}",
            Source = "API",
            CreatedUnixNanos = nowUnixNanos,
            UpdatedUnixNanos = nowUnixNanos,
        };
    }

    private static SpanId SpanOf(PhoenixBody body, string target) =>
        SpanId.TryParse(target, out var span) ? span : throw PhoenixEdge.Unprocessable($"{body.PlaceOf("span_id")} '{target}' is not 16 hex digits.");
}

namespace Weir.OpenInference;

/// <summary>Attribute names of annotations and evaluations on spans.</summary>
/// <remarks>A key is list prefix, index, object prefix, field: <c>annotations.0.annotation.score</c>. At least one of score, label and explanation is present.</remarks>
public static class AnnotationAttributes
{
    /// <summary>List prefix, span scope.</summary>
    public const string Annotations = "annotations";

    /// <summary>List prefix, span scope.</summary>
    public const string Evaluations = "evaluations";

    /// <summary>List prefix, trace scope.</summary>
    public const string TraceAnnotations = "trace.annotations";

    /// <summary>List prefix, trace scope.</summary>
    public const string TraceEvaluations = "trace.evaluations";

    /// <summary>List prefix, session scope.</summary>
    public const string SessionAnnotations = "session.annotations";

    /// <summary>List prefix, session scope.</summary>
    public const string SessionEvaluations = "session.evaluations";

    /// <summary>Object prefix of one element of an annotations list.</summary>
    public const string Annotation = "annotation";

    /// <summary>Object prefix of one element of an evaluations list.</summary>
    public const string Evaluation = "evaluation";

    /// <summary>Field: required.</summary>
    public const string Name = "name";

    /// <summary>Field: number.</summary>
    public const string Score = "score";

    /// <summary>Field: text.</summary>
    public const string Label = "label";

    /// <summary>Field: text.</summary>
    public const string Explanation = "explanation";

    /// <summary>Field: HUMAN, LLM, CODE or custom.</summary>
    public const string AnnotatorKind = "annotator_kind";

    /// <summary>Field: tells feedback of the same name apart.</summary>
    public const string Identifier = "identifier";

    /// <summary>Field: JSON text of one object.</summary>
    public const string Metadata = "metadata";
}

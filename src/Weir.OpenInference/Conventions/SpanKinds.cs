namespace Weir.OpenInference;

/// <summary>Values of <see cref="SpanAttributes.SpanKind"/>.</summary>
/// <remarks>Python's <c>OpenInferenceSpanKindValues</c>.</remarks>
public static class SpanKinds
{
    /// <summary>A call of a language model.</summary>
    public const string Llm = "LLM";

    /// <summary>A call of an embedding model.</summary>
    public const string Embedding = "EMBEDDING";

    /// <summary>A step that ties others together.</summary>
    public const string Chain = "CHAIN";

    /// <summary>A search for documents.</summary>
    public const string Retriever = "RETRIEVER";

    /// <summary>A reordering of documents.</summary>
    public const string Reranker = "RERANKER";

    /// <summary>A tool that ran.</summary>
    public const string Tool = "TOOL";

    /// <summary>An agent that ran.</summary>
    public const string Agent = "AGENT";

    /// <summary>A check of input or output.</summary>
    public const string Guardrail = "GUARDRAIL";

    /// <summary>A judgement of output.</summary>
    public const string Evaluator = "EVALUATOR";

    /// <summary>A prompt that was rendered.</summary>
    public const string Prompt = "PROMPT";

    /// <summary>What readers call everything else.</summary>
    public const string Unknown = "UNKNOWN";
}

namespace Weir.OpenInference.OpenAI;

/// <summary>How calls of an OpenAI client are recorded.</summary>
public sealed record OpenInferenceOptions
{
    /// <summary>What is kept out of spans. Default: what the <c>OPENINFERENCE_*</c> variables say.</summary>
    public TraceConfig TraceConfig { get; init; } = new();

    /// <summary>Value of <c>llm.provider</c>. Default: derived from the host of the endpoint; left out for hosts that are not known.</summary>
    public string? Provider { get; init; }

    /// <summary>Value of <c>llm.system</c>. Default: <c>openai</c>, the API that is spoken.</summary>
    public string System { get; init; } = LlmSystems.OpenAI;

    /// <summary>Also writes <c>llm.request.model_name</c> and <c>llm.response.model_name</c>, for endpoints that may answer with another model. Default false.</summary>
    public bool RecordBothModelNames { get; init; }

    /// <summary>Bytes of a reply that are kept for its span, above 0. Default 8 MiB.</summary>
    public int MaxReplyBytes { get; init; } = ChatStreamAccumulator.DefaultMaxBytes;
}

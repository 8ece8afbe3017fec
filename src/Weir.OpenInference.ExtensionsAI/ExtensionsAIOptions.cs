namespace Weir.OpenInference.ExtensionsAI;

/// <summary>How calls of a Microsoft.Extensions.AI client are recorded.</summary>
public sealed record ExtensionsAIOptions
{
    /// <summary>Name of the activity source: what a tracer provider has to listen to.</summary>
    public const string ActivitySourceName = "Weir.OpenInference.ExtensionsAI";

    /// <summary>What is kept out of spans. Default: what the <c>OPENINFERENCE_*</c> variables say.</summary>
    public TraceConfig TraceConfig { get; init; } = new();

    /// <summary>Value of <c>llm.provider</c>. Default: derived from the host, or the name, that the client tells of its provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Value of <c>llm.system</c>. Default: derived from the name of the provider, else of the model.</summary>
    public string? System { get; init; }

    /// <summary>Characters of text of a streamed answer that are kept for its span, above 0. Default 8 million.</summary>
    public int MaxReplyCharacters { get; init; } = 8_000_000;
}

namespace Weir.OpenRouter;

/// <summary>Trace config, as <c>ChatClient</c> sends it.</summary>
public sealed record TraceConfig : WireRecord
{
    public string? GenerationName { get; init; }

    public string? ParentSpanId { get; init; }

    public string? SpanName { get; init; }

    public string? TraceId { get; init; }

    public string? TraceName { get; init; }
}

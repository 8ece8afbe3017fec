namespace Weir.OpenRouter;

/// <summary>Names under which a call is shown in traces. Further members in <see cref="WireRecord.Extra"/> become metadata of the trace.</summary>
public sealed record TraceConfig : WireRecord
{
    /// <summary>Name of the span of the model's call; null takes the server's.</summary>
    public string? GenerationName { get; init; }

    /// <summary>Id of the span, in a trace of your own, that the call hangs below.</summary>
    public string? ParentSpanId { get; init; }

    /// <summary>Puts a span with this name between trace and call; null puts none.</summary>
    public string? SpanName { get; init; }

    /// <summary>Calls with the same one form one trace; null gives each its own.</summary>
    public string? TraceId { get; init; }

    /// <summary>Name of the trace; null takes the model's.</summary>
    public string? TraceName { get; init; }
}

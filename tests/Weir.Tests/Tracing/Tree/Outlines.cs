using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tests.Tracing.Tree;

/// <summary>Outlines of spans for tests of trees.</summary>
internal static class Outlines
{
    public static SpanOutline Span(ulong id, ulong? parent = null, long start = 0, string kind = "CHAIN", SpanStatus status = SpanStatus.Unset) => new()
    {
        SpanId = new SpanId(id),
        ParentSpanId = parent is { } known ? new SpanId(known) : null,
        Name = $"span {id}",
        Kind = kind,
        Status = status,
        StatusMessage = status == SpanStatus.Error ? $"error {id}" : "",
        StartUnixNanos = start,
        EndUnixNanos = start + 1_000_000,
        ReceivedUnixNanos = 5_000,
        IsGateway = false,
        Facts = SpanFacts.None,
    };

    public static SpanOutline Reporting(this SpanOutline span, long tokens, long costNanos, string? model = null, string? provider = null) => span with
    {
        Facts = new SpanFacts { PromptTokens = tokens - 1, CompletionTokens = 1, TotalTokens = tokens, CostNanos = costNanos, Model = model, Provider = provider },
    };

    public static SpanOutline OfGateway(this SpanOutline span) => span with { IsGateway = true, Kind = "LLM" };

    public static StoredTrace Trace(params SpanOutline[] spans) => new()
    {
        Id = 1,
        TraceId = new TraceId(1, 2),
        Project = "p",
        Spans = spans,
        IsPartial = false,
        Preview = TracePreview.None,
    };
}

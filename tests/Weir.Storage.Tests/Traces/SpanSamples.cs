using System.Text;
using Weir.Tracing.Model;

namespace Weir.Storage.Tests.Traces;

/// <summary>Spans for store tests.</summary>
internal static class SpanSamples
{
    public static readonly Guid Workspace = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid OtherWorkspace = new("22222222-2222-2222-2222-222222222222");

    public static TraceId Trace(ulong number) => new(0xabc0_0000_0000_0000, number);

    public static SpanRow Span(ulong trace, ulong span) => new()
    {
        WorkspaceId = Workspace,
        TraceId = Trace(trace),
        SpanId = new SpanId(span),
        Project = "p",
        Name = $"span {span}",
        Kind = "LLM",
        StartUnixNanos = 1_000 + (long)span,
        EndUnixNanos = 2_000 + (long)span,
        ReceivedUnixNanos = 10_000,
        Attributes = Encoding.UTF8.GetBytes($$"""{"llm.model_name":"a/b","n":{{span}},"metadata":"{\"tier\":\"gold\"}"}"""),
    };

    /// <summary>A span with every member set to something of its own.</summary>
    public static SpanRow Full() => Span(7, 0xfedc_ba98_7654_3210) with
    {
        ParentSpanId = new SpanId(ulong.MaxValue),
        Name = "génération 😀",
        Kind = "TOOL",
        OtelKind = 3,
        Status = SpanStatus.Error,
        StatusMessage = "it broke",
        Events = """[{"name":"exception","time_unix_nano":5,"attributes":{"exception.type":"E"}}]"""u8.ToArray(),
        Links = """[{"trace_id":"0","span_id":"1","trace_state":"","attributes":{}}]"""u8.ToArray(),
        Resource = """{"service.name":"svc"}"""u8.ToArray(),
        ScopeName = "scope",
        ScopeVersion = "1.2",
        TraceState = "a=b",
        Flags = 0x101,
        DroppedAttributes = 1,
        DroppedEvents = 2,
        DroppedLinks = 3,
        Facts = new SpanFacts
        {
            Model = "a/b",
            Provider = "acme",
            PromptTokens = 10,
            CompletionTokens = 20,
            TotalTokens = 30,
            CostNanos = 1_234_567,
            SessionId = "s",
            UserId = "u",
        },
    };
}

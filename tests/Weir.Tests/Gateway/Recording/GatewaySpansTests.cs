using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Recording;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.OpenInference;
using Weir.Protocol.Primitives;
using Weir.Tests.Testing;
using Weir.Tracing.Model;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Recording;

/// <summary>An exchange as spans.</summary>
public sealed class GatewaySpansTests
{
    private const string Answer =
        """{"id":"cmpl-7","object":"chat.completion","model":"acme/small","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}""";

    private static readonly long Start = FakeTime.Start.ToUnixTimeMilliseconds() * 1_000_000;
    private static readonly TraceConfig Everything = new();

    [Fact]
    public void Of_Answer_HasTheGatewaysSpanAndOneForEachAttempt()
    {
        var failed = Attempt("Bolt", AttemptFailures.FromStatus(Candidate("Bolt"), 503, new UpstreamErrorBody("full", null), "raw", null), 503);

        var spans = GatewaySpans.Of(Exchange(Row()) with { Attempts = [failed, Attempt("Acme", null)] }, Everything);

        Assert.Equal(["Gateway ChatCompletion", "attempt 1 Bolt", "attempt 2 Acme"], spans.Select(span => span.Name));
        Assert.Equal([SpanStatus.Ok, SpanStatus.Error, SpanStatus.Ok], spans.Select(span => span.Status));
        Assert.Equal(["LLM", "CHAIN", "CHAIN"], spans.Select(span => span.Kind));
        Assert.Equal([2, 3, 3], spans.Select(span => span.OtelKind));
        Assert.All(spans, span => Assert.Equal((Trace.TraceId, Workspace, "gateway"), (span.TraceId, span.WorkspaceId, span.Project)));
        Assert.All(spans.Skip(1), span => Assert.Equal(spans[0].SpanId, span.ParentSpanId));
        Assert.Equal(3, spans.Select(span => span.SpanId).Distinct().Count());
        Assert.Equal("Bolt answered 503: full", spans[1].StatusMessage);
        Assert.Equal((0, "Bolt", 503), (Number(spans[1], "weir.attempt.index"), Value(spans[1], "weir.attempt.provider").GetString(), Number(spans[1], "http.response.status_code")));
        Assert.Equal("small-1", Value(spans[2], "weir.attempt.upstream_model").GetString());
    }

    [Fact]
    public void Of_Answer_HasTheTimesOfTheRecord()
    {
        var spans = GatewaySpans.Of(Exchange(Row()) with { Attempts = [Attempt("Bolt", AttemptFailures.CallerLeft()), Attempt("Acme", null)] }, Everything);

        Assert.Equal((Start, Start + 1_500_000_000), (spans[0].StartUnixNanos, spans[0].EndUnixNanos));
        Assert.Equal(spans[0].EndUnixNanos, spans[0].ReceivedUnixNanos);
        Assert.Equal((Start, Start + 12_345_600), (spans[1].StartUnixNanos, spans[1].EndUnixNanos));

        // The attempt that answered lasts as long as its answer.
        Assert.Equal((Start, Start + 1_500_000_000), (spans[2].StartUnixNanos, spans[2].EndUnixNanos));
    }

    [Fact]
    public void Of_Answer_HasTheAttributesOfRecordAndBodies()
    {
        var span = GatewaySpans.Of(Exchange(Row()), Everything)[0];

        Assert.Equal("LLM", Value(span, "openinference.span.kind").GetString());
        Assert.Equal("acme/small", Value(span, "llm.model_name").GetString());
        Assert.Equal("acme", Value(span, "llm.provider").GetString());
        Assert.Equal("gen-1-abc", Value(span, "weir.generation_id").GetString());
        Assert.Equal("user", Value(span, "llm.input_messages.0.message.role").GetString());
        Assert.Equal("Hi", Value(span, "llm.input_messages.0.message.content").GetString());
        Assert.Equal("Hello", Value(span, "llm.output_messages.0.message.content").GetString());
        Assert.Equal((12, 30, 42, 4, 7), (
            Number(span, "llm.token_count.prompt"),
            Number(span, "llm.token_count.completion"),
            Number(span, "llm.token_count.total"),
            Number(span, "llm.token_count.prompt_details.cache_read"),
            Number(span, "llm.token_count.completion_details.reasoning")));
        Assert.Equal("0.000000073", Value(span, "llm.cost.total").GetRawText());
        Assert.Equal("stop", Value(span, "llm.finish_reason").GetString());
        Assert.Equal("session", Value(span, "session.id").GetString());
        Assert.Equal("user-1", Value(span, "user.id").GetString());
        Assert.Equal(
            new SpanFacts
            {
                Model = "acme/small",
                Provider = "Acme",
                PromptTokens = 12,
                CompletionTokens = 30,
                TotalTokens = 42,
                CostNanos = 73,
                SessionId = "session",
                UserId = "user-1",
                CacheReadTokens = 4,
                Key = KeyHash.Of("sk-or-v1-test").ToString(),
            },
            span.Facts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_Answer_MarksTheFirstTokenOfAStream(bool streaming)
    {
        var events = GatewaySpans.Of(Exchange(Row() with { Streamed = streaming }), Everything)[0].Events;

        using var json = JsonDocument.Parse(events.IsEmpty ? Utf8("[]") : events);
        Assert.Equal(streaming ? 1 : 0, json.RootElement.GetArrayLength());
        if (streaming)
        {
            Assert.Equal(Start + 250_000_000, json.RootElement[0].GetProperty("time_unix_nano").GetInt64());
        }
    }

    [Fact]
    public void Of_Refusal_HasTheErrorAsStatusAndEvent()
    {
        var row = Row() with { ErrorType = "payment_required", ErrorMessage = "Key limit", Status = 402, PromptTokens = null, CompletionTokens = null, LatencyMs = null, ProviderName = null };

        var span = Assert.Single(GatewaySpans.Of(Exchange(row) with { Answer = default, Endpoint = null, Request = null }, Everything));

        Assert.Equal((SpanStatus.Error, "Key limit"), (span.Status, span.StatusMessage));
        using var events = JsonDocument.Parse(span.Events);
        var failure = Assert.Single(events.RootElement.EnumerateArray());
        Assert.Equal("exception", failure.GetProperty("name").GetString());
        Assert.Equal(span.EndUnixNanos, failure.GetProperty("time_unix_nano").GetInt64());
        Assert.Equal("payment_required", failure.GetProperty("attributes").GetProperty("exception.type").GetString());
        Assert.Equal("Key limit", failure.GetProperty("attributes").GetProperty("exception.message").GetString());
        Assert.False(Attributes(span).TryGetProperty("llm.cost.total", out _));
        Assert.Null(span.Facts.CostNanos);
    }

    [Fact]
    public void Of_CallersTrace_IsFollowed()
    {
        var inbound = Inbound(new FakeTime()) with { Trace = Trace with { TraceState = "v=1", Flags = 0 } };

        var span = GatewaySpans.Of(Exchange(Row() with { ParentSpanId = "00000000000000aa" }) with { Inbound = inbound }, Everything)[0];

        Assert.Equal((new SpanId(0xAA), ProjectBinding.FollowsTrace), (span.ParentSpanId, span.ProjectBinding));
        Assert.Equal(("v=1", 0u), (span.TraceState, span.Flags));
        Assert.Equal(ProjectBinding.Named, GatewaySpans.Of(Exchange(Row()), Everything)[0].ProjectBinding);
    }

    [Fact]
    public void Of_BodiesHidden_KeepsTheRecord()
    {
        var span = GatewaySpans.Of(Exchange(Row()), Everything with { HideInputs = true, HideOutputs = true })[0];

        Assert.DoesNotContain("Hello", Text(span.Attributes), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Hi\"", Text(span.Attributes), StringComparison.Ordinal);
        Assert.Equal(42, Number(span, "llm.token_count.total"));
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"cut \ud83d"}],"model":"acme/small"}""")]
    [InlineData("""{"messages":[{"role":"user","\ud83d":"x","content":"Hi"}],"\udbff":1}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"\ud83d":"x","type":"text","text":"\ude00"}],"tool_calls":[{"function":{"name":"\ud83d","arguments":"\ud83d"}}]}],"tools":[{"\ud83d":1}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"nul \u0000 in it"}]}""")]
    public void Of_BodyWithHalfASurrogatePair_IsRecorded(string body)
    {
        var spans = GatewaySpans.Of(Exchange(Row()) with { Request = Request(body), Answer = Utf8(body.Replace("messages", "choices", StringComparison.Ordinal)) }, Everything);

        Assert.Equal("acme/small", Value(spans[0], "llm.model_name").GetString());
    }

    [Fact]
    public void Rebuild_Record_HasEverythingButBodiesAndAttempts()
    {
        var original = GatewaySpans.Of(Exchange(Row()), Everything)[0];

        var rebuilt = GatewaySpans.Rebuild(Row());

        Assert.Equal((original.TraceId, original.SpanId, original.StartUnixNanos, original.EndUnixNanos), (rebuilt.TraceId, rebuilt.SpanId, rebuilt.StartUnixNanos, rebuilt.EndUnixNanos));
        Assert.Equal(original.Facts, rebuilt.Facts);
        Assert.Equal(Text(original.Events), Text(rebuilt.Events));
        Assert.True(Value(rebuilt, "weir.rebuilt").GetBoolean());
        Assert.Equal("gen-1-abc", Value(rebuilt, "weir.generation_id").GetString());
        Assert.DoesNotContain("Hello", Text(rebuilt.Attributes), StringComparison.Ordinal);
    }

    [Fact]
    public void Attempts_AsJson_AreTheProviderResponses()
    {
        var failed = Attempt("Bolt", AttemptFailures.CallerLeft(), null);

        Assert.Equal(
            """[{"provider_name":"Bolt","model_permaslug":"acme/small","endpoint_id":"bolt","is_byok":false,"latency":12.346,"status":null,"is_cancelled":true},{"provider_name":"Acme","model_permaslug":"acme/small","endpoint_id":"acme","is_byok":false,"latency":12.346,"status":200,"is_hedge":true,"id":"cmpl-7"}]""",
            AttemptsJson.Write([failed, Attempt("Acme", null) with { IsHedge = true }], "cmpl-7"));
        Assert.Equal("[]", AttemptsJson.Write([], null));
    }

    private static JsonElement Attributes(SpanRow span)
    {
        using var json = JsonDocument.Parse(span.Attributes);
        return json.RootElement.Clone();
    }

    private static JsonElement Value(SpanRow span, string name) => Attributes(span).GetProperty(name);

    private static long Number(SpanRow span, string name) => Value(span, name).GetInt64();

    private static ExchangeRecord Exchange(GenerationRow row) => new()
    {
        Inbound = Inbound(new FakeTime()),
        Caller = Caller(),
        Request = Request(),
        Endpoint = Endpoint(),
        Attempts = [],
        Generation = row,
        Answer = Utf8(Answer),
    };

    private static GenerationRow Row() => new()
    {
        Id = Id,
        KeyHash = KeyHash.Of("sk-or-v1-test"),
        WorkspaceId = Workspace,
        CreatedAt = FakeTime.Start,
        RequestedModel = "acme/small",
        Model = "acme/small",
        ProviderName = "Acme",
        Streamed = true,
        FinishReason = "stop",
        Status = 200,
        DurationMs = 1500,
        LatencyMs = 250,
        PromptTokens = 12,
        CompletionTokens = 30,
        CachedTokens = 4,
        ReasoningTokens = 7,
        Charge = new Usd(73),
        ExternalUser = "user-1",
        SessionId = "session",
        AttemptsJson = "[]",
        TraceId = Trace.TraceId.ToString(),
        SpanId = Trace.SpanId.ToString(),
    };
}

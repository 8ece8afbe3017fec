using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing;

/// <summary>What becomes a column of spans, whoever wrote them.</summary>
public sealed class SpanPromoterTests
{
    [Theory]
    [InlineData("""{"gen_ai.operation.name":"chat"}""", "LLM")]
    [InlineData("""{"gen_ai.operation.name":"execute_tool"}""", "TOOL")]
    [InlineData("""{"gen_ai.operation.name":"invoke_agent","openinference.span.kind":"chain"}""", "CHAIN")]
    [InlineData("""{"gen_ai.tool.name":"f"}""", "TOOL")]
    [InlineData("""{"gen_ai.request.model":"m"}""", "LLM")]
    [InlineData("""{"ai.operationId":"ai.streamText","gen_ai.request.model":"m"}""", "AGENT")]
    [InlineData("""{"ai.operationId":"ai.streamText.doStream"}""", "LLM")]
    [InlineData("""{"ai.operationId":"ai.toolCall"}""", "TOOL")]
    [InlineData("""{"http.method":"GET"}""", "UNKNOWN")]
    public void Kind_OfForeignSpans_IsFound(string attributes, string kind) => Assert.Equal(kind, Read(attributes).Kind);

    [Fact]
    public void AiSdk_ModelCall_HasModelProviderTokensSessionUserAndTheCostOfItsProvider()
    {
        var facts = Read(
            """
            {"ai.operationId":"ai.generateText.doGenerate","ai.model.id":"openai/gpt-4o","ai.model.provider":"openrouter.chat","ai.usage.promptTokens":10,"ai.usage.completionTokens":5,
             "ai.telemetry.metadata.sessionId":"s","ai.telemetry.metadata.userId":"u","ai.response.providerMetadata":"{\"openrouter\":{\"usage\":{\"cost\":0.00014}}}"}
            """).Facts;

        Assert.Equal(
            new SpanFacts { Model = "openai/gpt-4o", Provider = "openrouter", PromptTokens = 10, CompletionTokens = 5, TotalTokens = 15, CostNanos = 140_000, SessionId = "s", UserId = "u" },
            facts);
    }

    [Theory]
    [InlineData("gcp.gemini", "google")]
    [InlineData("az.ai.openai", "azure")]
    [InlineData("aws.bedrock", "aws")]
    [InlineData("somebody", "somebody")]
    public void Provider_OfGenAi_IsInOpenInferencesWords(string sent, string provider) =>
        Assert.Equal(provider, Read($$"""{"gen_ai.system":"{{sent}}"}""").Facts.Provider);

    [Fact]
    public void Cost_OfACallWithoutOne_IsThatOfThePriceListAndSaysSo()
    {
        SpanUse? asked = null;
        var span = Read(
            """{"gen_ai.operation.name":"chat","gen_ai.response.model":"m","gen_ai.provider.name":"openai","gen_ai.usage.input_tokens":100,"gen_ai.usage.output_tokens":10,"gen_ai.usage.cache_read.input_tokens":40}""",
            use =>
            {
                asked = use;
                return 7;
            });

        Assert.Equal(7, span.Facts.CostNanos);
        Assert.Equal(new SpanUse { Model = "m", Provider = "openai", PromptTokens = 100, CompletionTokens = 10, CacheReadTokens = 40 }, asked);
        Assert.Contains("\"weir.cost.source\":\"catalogue\"", Encoding.UTF8.GetString(span.Attributes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"openinference.span.kind":"LLM","llm.model_name":"m","llm.token_count.prompt":1,"llm.cost.total":0}""", 0L)]
    [InlineData("""{"openinference.span.kind":"LLM","llm.model_name":"m","gen_ai.usage.input_tokens":1,"gen_ai.usage.total_cost":0.5}""", 500_000_000L)]
    [InlineData("""{"openinference.span.kind":"AGENT","llm.model_name":"m","llm.token_count.prompt":1}""", null)]
    [InlineData("""{"openinference.span.kind":"LLM","llm.model_name":"m"}""", null)]
    [InlineData("""{"openinference.span.kind":"LLM","llm.token_count.prompt":1}""", null)]
    public void Cost_ThatTheSenderSaysOrThatIsNoCall_IsNotPriced(string attributes, long? nanos) =>
        Assert.Equal(nanos, Read(attributes, _ => throw new InvalidOperationException("Nobody is to ask.")).Facts.CostNanos);

    [Fact]
    public void SubmittedSpans_NestedAttributes_AreKeptFlat()
    {
        var span = Read("""{"llm":{"model_name":"m","input_messages":[{"message":{"role":"user"}}]},"tag":{"tags":["a"]},"metadata":"{}"}""");

        Assert.Equal("""{"llm.model_name":"m","llm.input_messages.0.message.role":"user","tag.tags":["a"],"metadata":"{}"}""", Encoding.UTF8.GetString(span.Attributes.Span));
        Assert.Equal("m", span.Facts.Model);
    }

    [Theory]
    [InlineData("\"start_time\":\"2026-01-01T00:00:00Z\"", "\"start_time\":\"soon\"", "start_time")]
    [InlineData("\"trace_id\":\"5b8efff798038103d269b633813fc60c\"", "\"trace_id\":\"12\"", "trace id")]
    [InlineData("\"name\":\"n\"", "\"name\":\"\"", "no name")]
    [InlineData("\"status_code\":\"OK\"", "\"status_code\":\"BAD\"", "status_code")]
    [InlineData("\"attributes\":{}", "\"attributes\":[]", "attributes are not")]
    public void SubmittedSpans_WithAMistake_AreRefusedByName(string good, string bad, string named)
    {
        var result = Submit(Span("{}").Replace(good, bad, StringComparison.Ordinal), null);

        Assert.Equal(1, result.Rejected);
        Assert.Contains(named, result.Message, StringComparison.Ordinal);
    }

    private static SpanRow Read(string attributes, SpanPricing? pricing = null)
    {
        var result = Submit(Span(attributes), pricing);
        Assert.Equal("", result.Message);
        return Assert.Single(result.Spans);
    }

    private static string Span(string attributes) =>
        $$"""
        {"name":"n","context":{"trace_id":"5b8efff798038103d269b633813fc60c","span_id":"eee19b7ec3c1b174"},"parent_id":null,
         "start_time":"2026-01-01T00:00:00Z","end_time":"2026-01-01T00:00:01+00:00","status_code":"OK","attributes":{{attributes}}}
        """;

    private static IngestResult Submit(string span, SpanPricing? pricing) => new SubmittedSpanReader(IngestLimits.Default, pricing)
        .Read(JsonElement.Parse($"[{span}]"), new IngestContext { WorkspaceId = Guid.Empty, ReceivedUnixNanos = 1, ProjectHeader = "p" });
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Weir.OpenInference;
using Weir.OpenInference.ExtensionsAI;
using Weir.OpenInference.OpenAI;
using Weir.Tests.OpenInference.ExtensionsAI;
using Weir.Tests.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.GenAI;

/// <summary>What <c>OPENINFERENCE_ENABLE_GENAI_SEMCONV</c> asks for: the same span in the words of OpenTelemetry's GenAI conventions.</summary>
public sealed class GenAIConversionTests
{
    private const string Request =
        """
        {"model":"gpt-4o-mini","temperature":0.5,"max_completion_tokens":9,"n":1,"stop":["END"],"seed":7,"response_format":{"type":"json_object"},
         "tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object"}}}],
         "messages":[{"role":"system","content":"Be brief."},
           {"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}},
             {"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]},
           {"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]},
           {"role":"tool","tool_call_id":"c1","content":"sunny"}]}
        """;

    private const string Reply =
        """
        {"model":"gpt-4o-mini-2024","choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant","content":null,
          "tool_calls":[{"id":"c2","type":"function","function":{"name":"weather","arguments":"{not json"}}]}}],
         "usage":{"prompt_tokens":20,"completion_tokens":5,"total_tokens":25,"prompt_tokens_details":{"cached_tokens":8},"completion_tokens_details":{"reasoning_tokens":3}}}
        """;

    [Fact]
    public async Task Call_OfTheOpenAIClient_IsToldInBothConventions()
    {
        var span = await RecordAsync(new TraceConfig { EnableGenAISemconv = true });

        Assert.Equal("gpt-4o-mini-2024", span.GetTagItem("llm.model_name"));
        Assert.Equal("chat", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("openai", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal(("gpt-4o-mini", "gpt-4o-mini-2024"), (span.GetTagItem("gen_ai.request.model"), span.GetTagItem("gen_ai.response.model")));
        Assert.Equal((0.5, 9L, 7L), (span.GetTagItem("gen_ai.request.temperature"), span.GetTagItem("gen_ai.request.max_tokens"), span.GetTagItem("gen_ai.request.seed")));
        Assert.Equal(["END"], Assert.IsType<string[]>(span.GetTagItem("gen_ai.request.stop_sequences")));
        Assert.Equal("json", span.GetTagItem("gen_ai.output.type"));
        Assert.Equal((20L, 5L), (span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.usage.output_tokens")));
        Assert.Equal((8L, 3L), (span.GetTagItem("gen_ai.usage.cache_read.input_tokens"), span.GetTagItem("gen_ai.usage.reasoning.output_tokens")));
        Assert.Equal(["tool_call"], Assert.IsType<string[]>(span.GetTagItem("gen_ai.response.finish_reasons")));
        AssertJson(
            """
            [{"role":"system","parts":[{"type":"text","content":"Be brief."}]},
             {"role":"user","parts":[{"type":"text","content":"What is this?"},{"type":"blob","modality":"image","mime_type":"image/png","content":"AAAA"},
               {"type":"uri","modality":"image","uri":"https://example.org/a.png"}]},
             {"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"weather","arguments":{"city":"Rome"}}]},
             {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","response":"sunny"}]}]
            """,
            span.GetTagItem("gen_ai.input.messages"));
        AssertJson(
            """[{"role":"assistant","parts":[{"type":"tool_call","id":"c2","name":"weather","arguments":"{not json"}],"finish_reason":"tool_call"}]""",
            span.GetTagItem("gen_ai.output.messages"));
        AssertJson("""[{"type":"function","function":{"name":"weather","parameters":{"type":"object"}}}]""", span.GetTagItem("gen_ai.tool.definitions"));
    }

    [Fact]
    public async Task Call_NotAskedFor_HasNone()
    {
        var span = await RecordAsync(new TraceConfig());

        Assert.DoesNotContain(span.TagObjects, static tag => tag.Key.StartsWith("gen_ai.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WithHiddenContent_HidesItInBoth()
    {
        var span = await RecordAsync(new TraceConfig { EnableGenAISemconv = true, HideInputs = true, HideOutputs = true, HideLlmInvocationParameters = true });

        Assert.All(span.TagObjects, static tag => Assert.DoesNotContain("Rome", tag.Value as string ?? "", StringComparison.Ordinal));
        Assert.Null(span.GetTagItem("gen_ai.input.messages"));
        Assert.Null(span.GetTagItem("gen_ai.request.temperature"));
        Assert.Equal(20L, span.GetTagItem("gen_ai.usage.input_tokens"));
    }

    [Fact]
    public async Task Call_ThatFails_HasNoAnsweringModel()
    {
        var span = await RecordAsync(new TraceConfig { EnableGenAISemconv = true }, status: 400);

        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("gpt-4o-mini", span.GetTagItem("gen_ai.request.model"));
        Assert.Null(span.GetTagItem("gen_ai.response.model"));
    }

    [Fact]
    public async Task Call_ThroughExtensionsAI_IsToldInBothConventions()
    {
        using var spans = new SpanCollector();
        using var session = OpenInferenceContext.UseSession("s1");
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, "Hello.")) { ModelId = "m", FinishReason = ChatFinishReason.Stop };
        using var chat = new FakeChatClient { Updates = [], Answer = _ => answer }.UseOpenInference(new ExtensionsAIOptions { TraceConfig = new TraceConfig { EnableGenAISemconv = true } });

        await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Say \ud800 hello")], cancellationToken: TestContext.Current.CancellationToken);

        var span = Assert.Single(spans.Spans);
        Assert.Equal("s1", span.GetTagItem("gen_ai.conversation.id"));
        AssertJson("""[{"role":"user","parts":[{"type":"text","content":"Say \uFFFD hello"}]}]""", span.GetTagItem("gen_ai.input.messages"));
        AssertJson("""[{"role":"assistant","parts":[{"type":"text","content":"Hello."}],"finish_reason":"stop"}]""", span.GetTagItem("gen_ai.output.messages"));
    }

    [Fact]
    public void Tool_IsTheToolThatRan()
    {
        using var span = new Activity("weather").Start();
        _ = span.SetTag("openinference.span.kind", "TOOL").SetTag("tool.name", "weather").SetTag("tool.id", "c1").SetTag("input.value", "{}").SetTag("output.value", "sunny");

        GenAIConversion.Write(span);

        Assert.Equal("execute_tool", span.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(("weather", "c1"), (span.GetTagItem("gen_ai.tool.name"), span.GetTagItem("gen_ai.tool.call.id")));
        Assert.Equal(("{}", "sunny"), (span.GetTagItem("gen_ai.tool.call.arguments"), span.GetTagItem("gen_ai.tool.call.result")));
    }

    [Theory]
    [InlineData("mistralai", null, "mistral_ai")]
    [InlineData("azure", "openai", "azure.ai.openai")]
    [InlineData("azure", null, "azure.ai.inference")]
    [InlineData("google", "vertexai", "gcp.vertex_ai")]
    [InlineData("google", null, "gcp.gemini")]
    [InlineData("aws", "anthropic", "aws.bedrock")]
    [InlineData("openrouter", "openai", "openrouter")]
    [InlineData(null, "anthropic", "anthropic")]
    [InlineData(null, null, null)]
    public void Provider_IsTheOneThatTheOtherConventionKnows(string? provider, string? system, string? expected)
    {
        using var span = new Activity("chat").Start();
        _ = span.SetTag("openinference.span.kind", "LLM").SetTag("llm.provider", provider).SetTag("llm.system", system);

        GenAIConversion.Write(span);

        Assert.Equal(expected, span.GetTagItem("gen_ai.provider.name"));
    }

    [Fact]
    public void Span_OfNobodysKind_IsLeftAlone()
    {
        using var span = new Activity("step").Start();
        _ = span.SetTag("http.route", "/").SetTag("openinference.span.kind", "CHAIN");

        GenAIConversion.Write(span);

        Assert.Equal(2, span.TagObjects.Count());
    }

    private static async Task<Activity> RecordAsync(TraceConfig config, int status = 200)
    {
        await using var server = LoopbackServer.Json(status, status == 200 ? Reply : """{"error":{"message":"no"}}""");
        using var spans = new SpanCollector();
        try
        {
            _ = await TestClient.Instrumented(server.Address, new OpenInferenceOptions { TraceConfig = config }).CompleteChatAsync(TestClient.Body(Request));
        }
        catch (System.ClientModel.ClientResultException) when (status != 200)
        {
            // What the caller gets; the span is looked at.
        }

        return Assert.Single(spans.Spans);
    }

    private static void AssertJson(string expected, object? actual)
    {
        using var wanted = JsonDocument.Parse(expected);
        using var had = JsonDocument.Parse(Assert.IsType<string>(actual));
        Assert.True(JsonElement.DeepEquals(wanted.RootElement, had.RootElement), had.RootElement.GetRawText());
    }
}

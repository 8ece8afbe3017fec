using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Weir.OpenInference;
using Weir.OpenInference.ExtensionsAI;
using Weir.Tests.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.ExtensionsAI;

public sealed class OpenInferenceChatClientTests
{
    private static readonly ChatResponseUpdate[] Hello =
    [
        new(ChatRole.Assistant, "Hel") { ModelId = "gpt-4o-mini-2024" },
        new(ChatRole.Assistant, "lo.") { FinishReason = ChatFinishReason.Stop },
        new() { Contents = [new UsageContent(new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2, TotalTokenCount = 5 })] },
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_Answered_RecordsRequestAndReply(bool streaming)
    {
        using var spans = new SpanCollector();
        var inner = new FakeChatClient { Updates = Hello, Answer = _ => Hello.ToChatResponse() };
        using var chat = inner.UseOpenInference(Plain());

        await CallAsync(chat, streaming, new ChatOptions { Temperature = 0.5f, MaxOutputTokens = 9, Instructions = "Be brief." });

        var span = Assert.Single(spans.Spans);
        Assert.Equal("ChatCompletion", span.DisplayName);
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
        Assert.Equal("ChatCompletion", inner.ActivityDuringCall);
        Assert.Equal("LLM", span.GetTagItem("openinference.span.kind"));
        Assert.Equal("openai", span.GetTagItem("llm.provider"));
        Assert.Equal("openai", span.GetTagItem("llm.system"));
        Assert.Equal("gpt-4o-mini-2024", span.GetTagItem("llm.model_name"));
        Assert.Equal("Be brief.", span.GetTagItem("llm.input_messages.0.message.content"));
        Assert.Equal("Say hello", span.GetTagItem("llm.input_messages.1.message.content"));
        Assert.Equal("Hello.", span.GetTagItem("llm.output_messages.0.message.content"));
        Assert.Equal("stop", span.GetTagItem("llm.finish_reason"));
        Assert.Equal(5L, span.GetTagItem("llm.token_count.total"));
        using var parameters = JsonDocument.Parse((string)span.GetTagItem("llm.invocation_parameters")!);
        Assert.Equal(9, parameters.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Equal(streaming, span.Events.Any(static e => e.Name == "First Token Stream Event"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_Failing_ThrowsTheSameAndEndsOnce(bool streaming)
    {
        using var spans = new SpanCollector();
        var failure = new InvalidOperationException("no");
        using var chat = new FakeChatClient { Updates = [Hello[0], failure], Answer = _ => throw failure }.UseOpenInference(Plain());

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(chat, streaming)));

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Contains(span.Events, static e => e.Name == "exception");
        Assert.Equal(streaming ? "Hel" : null, span.GetTagItem("llm.output_messages.0.message.content"));
        Assert.Equal(spans.Started.Count, spans.Spans.Count);
    }

    [Fact]
    public async Task Stream_LeftEarly_KeepsWhatTheCallerSaw()
    {
        using var spans = new SpanCollector();
        using var chat = new FakeChatClient { Updates = Hello }.UseOpenInference(Plain());

        await foreach (var _ in chat.GetStreamingResponseAsync("Say hello"))
        {
            break;
        }

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("Stream Abandoned", span.Events.Last().Name);
        Assert.Equal("Hel", span.GetTagItem("llm.output_messages.0.message.content"));
    }

    [Fact]
    public async Task Stream_SpansOfItsReader_AreNotItsChildren()
    {
        using var spans = new SpanCollector();
        using var chat = new FakeChatClient { Updates = Hello }.UseOpenInference(Plain());

        await foreach (var _ in chat.GetStreamingResponseAsync("Say hello"))
        {
            Assert.Same(spans.Root, Activity.Current);
        }

        Assert.Same(spans.Root, Activity.Current);
    }

    [Fact]
    public async Task Tools_CallsAndResults_AreRecordedAsTheConventionsHaveThem()
    {
        using var spans = new SpanCollector();
        var call = new FunctionCallContent("call_1", "get_weather", new Dictionary<string, object?> { ["city"] = "Oslo" });
        using var chat = new FakeChatClient { Answer = _ => new ChatResponse(new ChatMessage(ChatRole.Assistant, [call])) }.UseOpenInference(Plain());
        ChatMessage[] messages =
        [
            new(ChatRole.User, "Weather?"),
            new(ChatRole.Assistant, [call]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", "4 degrees"), new FunctionResultContent("call_2", "5 degrees")]),
        ];

        await chat.GetResponseAsync(messages, new ChatOptions { Tools = [new WeatherTool()] });

        var span = Assert.Single(spans.Spans);
        Assert.Equal("get_weather", span.GetTagItem("llm.input_messages.1.message.tool_calls.0.tool_call.function.name"));
        Assert.Equal("call_1", span.GetTagItem("llm.input_messages.2.message.tool_call_id"));
        Assert.Equal("5 degrees", span.GetTagItem("llm.input_messages.3.message.content"));
        Assert.Equal("""{"city":"Oslo"}""", span.GetTagItem("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments"));
        Assert.Contains("\"get_weather\"", (string)span.GetTagItem("llm.tools.0.tool.json_schema")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_ThatHaveNoJson_AreRecordedAsTheirText()
    {
        // As in a trimmed program, where no type has JSON that it was not generated for: a Type never has.
        using var spans = new SpanCollector();
        using var chat = new FakeChatClient().UseOpenInference(Plain());
        var arguments = new Dictionary<string, object?>
        {
            ["city"] = "Oslo", ["kind"] = typeof(int), ["kinds"] = new object[] { 1, typeof(int) }, ["none"] = null,
        };
        ChatMessage[] messages =
        [
            new(ChatRole.User, "Weather?"),
            new(ChatRole.Assistant, [new FunctionCallContent("call_1", "get_weather", arguments)]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", typeof(int))]),
        ];

        await chat.GetResponseAsync(messages, new ChatOptions { AdditionalProperties = new() { ["kind"] = typeof(int) } });

        var span = Assert.Single(spans.Spans);
        Assert.Equal("Weather?", span.GetTagItem("llm.input_messages.0.message.content"));
        Assert.Equal(
            """{"city":"Oslo","kind":"System.Int32","kinds":[1,"System.Int32"],"none":null}""",
            span.GetTagItem("llm.input_messages.1.message.tool_calls.0.tool_call.function.arguments"));
        Assert.Equal("\"System.Int32\"", span.GetTagItem("llm.input_messages.2.message.content"));
        Assert.Contains("\"kind\":\"System.Int32\"", (string)span.GetTagItem("llm.invocation_parameters")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenInputs_AreNotOnTheSpan()
    {
        using var spans = new SpanCollector();
        using var chat = new FakeChatClient().UseOpenInference(new ExtensionsAIOptions { TraceConfig = TraceConfig.IgnoringEnvironment with { HideInputs = true } });

        await chat.GetResponseAsync("Say hello");

        var span = Assert.Single(spans.Spans);
        Assert.Equal("__REDACTED__", span.GetTagItem("input.value"));
        Assert.DoesNotContain(span.TagObjects, static tag => tag.Value is string text && text.Contains("Say hello", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suppressed_RecordsNothing()
    {
        using var spans = new SpanCollector();
        using var chat = new FakeChatClient().UseOpenInference(Plain());

        using (OpenInferenceContext.SuppressTracing())
        {
            await chat.GetResponseAsync("Say hello");
        }

        Assert.Empty(spans.Started);
    }

    private static ExtensionsAIOptions Plain() => new() { TraceConfig = TraceConfig.IgnoringEnvironment };

    private static async Task CallAsync(IChatClient chat, bool streaming, ChatOptions? options = null)
    {
        if (!streaming)
        {
            await chat.GetResponseAsync("Say hello", options);
            return;
        }

        await foreach (var _ in chat.GetStreamingResponseAsync("Say hello", options))
        {
        }
    }

    private sealed class WeatherTool : AIFunctionDeclaration
    {
        public override string Name => "get_weather";

        public override JsonElement JsonSchema { get; } = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""");
    }
}

using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

public sealed class OpenInferencePolicyTests
{
    private const string Reply = """{"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}]}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Traceparent_OnTheWire_IsTheSpanItself(bool isAsync)
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();
        var chat = TestClient.Instrumented(server.Address);

        _ = isAsync ? await chat.CompleteChatAsync(TestClient.Body(TestClient.Hello)) : chat.CompleteChat(TestClient.Body(TestClient.Hello));

        var span = Assert.Single(spans.Spans);
        Assert.Equal($"00-{spans.Root.TraceId}-{span.SpanId}-01", Assert.Single(server.Requests).Headers["traceparent"]);
        Assert.Equal(spans.Root.SpanId, span.ParentSpanId);
        Assert.Same(spans.Root, Activity.Current);
    }

    [Fact]
    public async Task Traceparent_SetByTheCaller_IsKept()
    {
        const string Own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();
        var options = new RequestOptions();
        options.SetHeader("traceparent", Own);

        await TestClient.Instrumented(server.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello), options);

        Assert.Equal(Own, Assert.Single(server.Requests).Headers["traceparent"]);
    }

    [Fact]
    public async Task Instrument_Twice_RecordsOnce()
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();
        var chat = TestClient.Chat(TestClient.Options(server.Address).AddOpenInference().AddOpenInference());

        await chat.CompleteChatAsync(TestClient.Body(TestClient.Hello));

        Assert.Single(spans.Spans);
    }

    [Fact]
    public async Task Retries_OfOneCall_AreOneSpan()
    {
        var attempts = 0;
        await using var server = new LoopbackServer((_, stream) => LoopbackServer.WriteJsonAsync(stream, ++attempts < 3 ? 500 : 200, Reply));
        using var spans = new SpanCollector();
        var options = TestClient.Options(server.Address);
        options.RetryPolicy = new ImpatientRetryPolicy();

        await TestClient.Chat(options.AddOpenInference()).CompleteChatAsync(TestClient.Body(TestClient.Hello));

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(ActivityStatusCode.Ok, Assert.Single(spans.Spans).Status);
    }

    [Fact]
    public async Task OtherEndpoint_PassesThroughWithoutSpan()
    {
        await using var server = LoopbackServer.Json(200, """{"id":"batch_1","object":"batch","status":"validating"}""");
        using var spans = new SpanCollector();
        var pipeline = new global::OpenAI.OpenAIClient(new ApiKeyCredential("k"), TestClient.Options(server.Address).AddOpenInference()).Pipeline;
        using var message = pipeline.CreateMessage(new Uri("https://api.openai.com/v1/batches"), "POST");
        message.Request.Content = TestClient.Body("""{"endpoint":"/v1/chat/completions","input_file_id":"file-1"}""");

        await pipeline.SendAsync(message);

        Assert.Equal(200, message.Response!.Status);
        Assert.Empty(spans.Started);
    }

    [Fact]
    public async Task Suppressed_ByProbe_StartsNoSpan()
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();
        var inThisTest = new AsyncLocal<bool> { Value = true };
        using var probe = OpenInferenceContext.AddSuppressionProbe(() => inThisTest.Value);

        await TestClient.Instrumented(server.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello));

        Assert.Empty(spans.Started);
    }

    [Fact]
    public async Task UnbufferedJson_OfProtocolMethod_IsRecordedWhenRead()
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();

        var result = await TestClient.Instrumented(server.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello), new RequestOptions { BufferResponse = false });
        Assert.Empty(spans.Spans);
        using var reader = new StreamReader(result.GetRawResponse().ContentStream!);

        Assert.Equal(Reply, await reader.ReadToEndAsync());
        Assert.Equal("hi", Assert.Single(spans.Spans).GetTagItem("llm.output_messages.0.message.content"));
    }

    [Fact]
    public async Task ErrorObject_InReplyWithStatus200_IsAnError()
    {
        await using var server = LoopbackServer.Json(200, """{"error":{"code":502,"message":"upstream is down"}}""");
        using var spans = new SpanCollector();

        await TestClient.Instrumented(server.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello), new RequestOptions());

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("ChatError: upstream is down", span.StatusDescription);
        Assert.Equal(502L, span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task ContextAndOptions_AreOnTheSpan()
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();
        var options = new OpenInferenceOptions { Provider = "acme", System = "acme-api", RecordBothModelNames = true };

        using (OpenInferenceContext.UseSession("s-1"))
        using (OpenInferenceContext.UseTags("a", "b"))
        {
            await TestClient.Instrumented(server.Address, options).CompleteChatAsync(TestClient.Body(TestClient.Hello));
        }

        var span = Assert.Single(spans.Spans);
        Assert.Equal("s-1", span.GetTagItem("session.id"));
        Assert.Equal(new[] { "a", "b" }, span.GetTagItem("tag.tags"));
        Assert.Equal("acme", span.GetTagItem("llm.provider"));
        Assert.Equal("acme-api", span.GetTagItem("llm.system"));
        Assert.Equal("gpt-4o-mini", span.GetTagItem("llm.request.model_name"));
        Assert.Equal("m", span.GetTagItem("llm.response.model_name"));
    }

    [Fact]
    public async Task RecordingFails_CallGoesOnAndSpanEnds()
    {
        await using var server = LoopbackServer.Json(200, Reply);
        using var spans = new SpanCollector();

        var result = await TestClient.Instrumented(server.Address, new OpenInferenceOptions { TraceConfig = null! })
            .CompleteChatAsync(TestClient.Body(TestClient.Hello));

        Assert.Equal(200, result.GetRawResponse().Status);
        Assert.Single(spans.Spans);
    }

    private sealed class ImpatientRetryPolicy : ClientRetryPolicy
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }
}

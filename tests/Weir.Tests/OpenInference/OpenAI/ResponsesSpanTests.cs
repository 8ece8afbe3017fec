using System.ClientModel;
using System.Diagnostics;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;
using global::OpenAI.Responses;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

#pragma warning disable OPENAI001 // The client of Responses is marked experimental.

/// <summary>Streamed responses that end in other ways than the recorded ones.</summary>
public sealed class ResponsesSpanTests
{
    private const string Created = """data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","object":"response","created_at":1,"status":"in_progress","model":"gpt-4.1-x","output":[]}}""";
    private const string Added = """data: {"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"id":"msg_1","type":"message","status":"in_progress","role":"assistant","content":[]}}""";
    private const string Delta1 = """data: {"type":"response.output_text.delta","sequence_number":2,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"Hel","logprobs":[]}""";
    private const string Delta2 = """data: {"type":"response.output_text.delta","sequence_number":3,"item_id":"msg_1","output_index":0,"content_index":0,"delta":"lo.","logprobs":[]}""";

    [Fact]
    public async Task StreamCut_KeepsWhatCame_AndIsAnError()
    {
        await using var server = LoopbackServer.Sse(Created, Added, Delta1, Delta2);
        using var spans = new SpanCollector();

        await ReadAsync(server, int.MaxValue);

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("Hello.", span.GetTagItem("llm.output_messages.0.message.contents.0.message_content.text"));
        Assert.Equal("gpt-4.1-x", span.GetTagItem("llm.model_name"));
        Assert.Contains("\"output\":[{\"id\":\"msg_1\"", (string)span.GetTagItem("output.value")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamLeftEarly_IsAbandonedWithWhatTheCallerSaw()
    {
        await using var server = LoopbackServer.Sse(Created, Added, Delta1, Delta2);
        using var spans = new SpanCollector();

        await ReadAsync(server, 2);

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("Stream Abandoned", span.Events.Last().Name);
        Assert.Null(span.GetTagItem("llm.output_messages.0.message.contents.0.message_content.text"));
    }

    [Fact]
    public async Task StreamIncomplete_IsOkAndSaysWhy()
    {
        await using var server = LoopbackServer.Sse(
            Created,
            """data: {"type":"response.incomplete","sequence_number":1,"response":{"id":"resp_1","object":"response","created_at":1,"status":"incomplete","model":"gpt-4.1-x","incomplete_details":{"reason":"max_output_tokens"},"output":[],"usage":{"input_tokens":3,"output_tokens":9,"total_tokens":12,"cost":0.25}}}""");
        using var spans = new SpanCollector();

        await ReadAsync(server, int.MaxValue);

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
        Assert.Equal("max_output_tokens", span.GetTagItem("llm.finish_reason"));
        Assert.Equal(12L, span.GetTagItem("llm.token_count.total"));
        Assert.Equal(0.25, span.GetTagItem("llm.cost.total"));
    }

    private static async Task ReadAsync(LoopbackServer server, int events)
    {
        var client = new ResponsesClient(
            new ApiKeyCredential("sk-test"), TestClient.ResponsesOptions(server.Address).AddOpenInference(new OpenInferenceOptions { TraceConfig = TraceConfig.IgnoringEnvironment }));
        var left = events;
        await foreach (var _ in await client.CreateResponseStreamingAsync(new CreateResponseOptions { Model = "gpt-4.1", StreamingEnabled = true }))
        {
            if (--left == 0)
            {
                return;
            }
        }
    }
}

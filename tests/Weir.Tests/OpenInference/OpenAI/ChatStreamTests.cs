using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Weir.Tests.OpenInference.OpenAI;

public sealed class ChatStreamTests
{
    private const string Chunk1 = """data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"a"},"finish_reason":null}]}""";
    private const string Chunk2 = """data: {"id":"1","model":"m","choices":[{"index":0,"delta":{"content":"b"},"finish_reason":"stop"}]}""";
    private const string Done = "data: [DONE]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Streaming_ServerWaitsForTheClient_ChunkArrivesFirst(bool isAsync)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async (_, stream) =>
        {
            await LoopbackServer.StartSseAsync(stream);
            await LoopbackServer.WriteChunkAsync(stream, Chunk1 + "\n\n");
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await LoopbackServer.WriteChunkAsync(stream, Chunk2 + "\n\n" + Done + "\n\n");
            await LoopbackServer.WriteChunkAsync(stream, "");
        });
        using var spans = new SpanCollector();
        var chat = TestClient.Instrumented(server.Address);

        var text = new StringBuilder();
        if (isAsync)
        {
            await foreach (var update in chat.CompleteChatStreamingAsync("x"))
            {
                text.Append(string.Concat(update.ContentUpdate.Select(static part => part.Text)));
                seen.TrySetResult();
            }
        }
        else
        {
            foreach (var update in chat.CompleteChatStreaming("x"))
            {
                text.Append(string.Concat(update.ContentUpdate.Select(static part => part.Text)));
                seen.TrySetResult();
            }
        }

        var span = Assert.Single(spans.Spans);
        Assert.Equal("ab", text.ToString());
        Assert.Equal("ab", span.GetTagItem("llm.output_messages.0.message.content"));
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
    }

    [Fact]
    public async Task CurrentActivity_OfTheStreamsReader_SurvivesTheEndOfTheSpan()
    {
        await using var server = LoopbackServer.Sse(Chunk1, Chunk2, Done);
        using var spans = new SpanCollector();
        using var own = new Activity("own").Start();

        foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreaming("x"))
        {
            Assert.Same(own, Activity.Current);
        }

        Assert.Same(own, Activity.Current);
        Assert.Equal(own.SpanId, Assert.Single(spans.Spans).ParentSpanId);
    }

    [Fact]
    public async Task Stream_SpanOpenedWhileReading_StaysCurrent()
    {
        await using var server = LoopbackServer.Sse(Chunk1, Chunk2, Done);
        using var spans = new SpanCollector();

        Activity? inner = null;
        foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreaming("x"))
        {
            inner ??= new Activity("inner").Start();
        }

        Assert.Same(inner, Activity.Current);
        Assert.Equal(spans.Root.SpanId, inner!.ParentSpanId); // the call's span was not current while reading
        inner.Stop();
        Assert.Single(spans.Spans);
    }

    [Fact]
    public async Task Unsampled_Span_PropagatesAndRecordsNothing()
    {
        await using var server = LoopbackServer.Sse(Chunk1, Chunk2, Done);
        using var spans = new SpanCollector(ActivitySamplingResult.PropagationData);

        await foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreamingAsync("x"))
        {
        }

        var span = Assert.Single(spans.Spans);
        Assert.EndsWith($"{span.SpanId}-00", Assert.Single(server.Requests).Headers["traceparent"], StringComparison.Ordinal);
        Assert.Null(span.GetTagItem("input.value"));
    }

    [Fact]
    public async Task BufferedEventStream_OfProtocolMethod_IsFolded()
    {
        await using var server = LoopbackServer.Sse(Chunk1, Chunk2, Done);
        using var spans = new SpanCollector();

        await TestClient.Instrumented(server.Address).CompleteChatAsync(TestClient.Body(TestClient.Hello), new RequestOptions());

        var span = Assert.Single(spans.Spans);
        Assert.Equal("ab", span.GetTagItem("llm.output_messages.0.message.content"));
        Assert.Equal(ActivityStatusCode.Ok, span.Status);
    }

    [Fact]
    public async Task HttpErrorOfStream_BodyIsReadOnceForBoth()
    {
        await using var server = LoopbackServer.Json(401, """{"error":{"message":"Incorrect API key provided: sk-0123456789abcdefghij","type":"invalid_request_error","code":"invalid_api_key"}}""");
        using var spans = new SpanCollector();

        var thrown = await Assert.ThrowsAsync<ClientResultException>(async () =>
        {
            await foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreamingAsync("x"))
            {
            }
        });

        Assert.Contains("Incorrect API key", thrown.Message, StringComparison.Ordinal);
        var span = Assert.Single(spans.Spans);
        Assert.Equal("ClientResultException: HTTP 401 (invalid_request_error: invalid_api_key): Incorrect API key provided: sk-***", span.StatusDescription);
    }

    [Theory]
    [InlineData(new[] { Chunk1, Chunk2 }, ActivityStatusCode.Ok)]
    [InlineData(new[] { Chunk1 }, ActivityStatusCode.Error)]
    public async Task StreamWithoutDone_IsCutUnlessTheModelFinished(string[] events, ActivityStatusCode expected)
    {
        await using var server = LoopbackServer.Sse(events);
        using var spans = new SpanCollector();

        await foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreamingAsync("x"))
        {
        }

        Assert.Equal(expected, Assert.Single(spans.Spans).Status);
    }

    [Fact]
    public async Task StreamCancelled_ByItsReader_IsAbandoned()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new LoopbackServer(async (_, stream) =>
        {
            await LoopbackServer.StartSseAsync(stream);
            await LoopbackServer.WriteChunkAsync(stream, Chunk1 + "\n\n");
            await Task.Delay(Timeout.Infinite, cancel.Token);
        });
        using var spans = new SpanCollector();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in TestClient.Instrumented(server.Address).CompleteChatStreamingAsync([new global::OpenAI.Chat.UserChatMessage("x")], cancellationToken: cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        var span = Assert.Single(spans.Spans);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("Stream Abandoned", span.Events.Last().Name);
        Assert.Equal("a", span.GetTagItem("llm.output_messages.0.message.content"));
    }

    [Fact]
    public async Task StreamDropped_WithoutBeingDisposed_EndsWhenCollected()
    {
        await using var server = LoopbackServer.Sse(Chunk1, Chunk2, Done);
        using var spans = new SpanCollector();

        await DropAsync(TestClient.Instrumented(server.Address));
        for (var i = 0; i < 100 && spans.Spans.Count == 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal("Stream Abandoned", Assert.Single(spans.Spans).Events.Last().Name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task DropAsync(global::OpenAI.Chat.ChatClient chat)
    {
        var enumerator = chat.CompleteChatStreamingAsync("x").GetAsyncEnumerator();
        await enumerator.MoveNextAsync();
    }
}

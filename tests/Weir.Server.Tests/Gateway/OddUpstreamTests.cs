using System.Net;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Upstreams that answer, but not as the specification says: clients get the shape they can read, and the bill is right.</summary>
public sealed class OddUpstreamTests
{
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Theory]
    [InlineData("""{"choices":null}""")]
    [InlineData("""{"x":1}""")]
    [InlineData("""{"choices":{"0":{}}}""")]
    [InlineData("""{"choices":[null,"x",[1]]}""")]
    [InlineData("""{"error":null,"system_fingerprint":null,"choices":[{"index":0,"delta":null,"finish_reason":null}]}""")]
    [InlineData("""{"choices":[{"index":null,"finish_reason":""}]}""")]
    [InlineData("""{"choices":[{"delta":{"role":null,"tool_calls":null}}]}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{"role":"model","tool_calls":[{"id":null,"type":null,"function":{"name":null,"arguments":"{}"}}]}}]}""")]
    public async Task OddChunk_ArrivesInTheShapeTypedClientsRead(string odd)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Text("Hello"), odd, Chunks.Stop, Chunks.Usage, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.All(events, AssertChunk);
        Assert.Equal(1, events.Sum(item => item.GetProperty("choices").EnumerateArray().Count(choice => choice.GetProperty("finish_reason").ValueKind == JsonValueKind.String)));
        Assert.Equal(14, events[^1].GetProperty("usage").GetProperty("total_tokens").GetInt32());
    }

    [Fact]
    public async Task StreamOfEmptyFinishReasons_IsCutNotFinished()
    {
        const string Chunk = """{"choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":""}]}""";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunk, Chunk, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, _) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
    }

    [Fact]
    public async Task OddCompletion_ArrivesInTheShapeTypedClientsRead()
    {
        const string Odd = """
            {"choices":[{"message":{"role":null,"content":null,"tool_calls":[{"id":null,"type":null,"function":{"name":"find","arguments":null}}]},"finish_reason":"stop"}],
             "error":null,"usage":{"prompt_tokens":10,"completion_tokens":4}}
            """;
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Odd));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Request);
        var completion = await TestServer.ReadJsonAsync(response);

        var choice = completion.GetProperty("choices")[0];
        var call = choice.GetProperty("message").GetProperty("tool_calls")[0];
        Assert.False(completion.TryGetProperty("error", out _));
        Assert.Equal(0, choice.GetProperty("index").GetInt32());
        Assert.Equal("tool_calls", choice.GetProperty("finish_reason").GetString());
        Assert.Equal("assistant", choice.GetProperty("message").GetProperty("role").GetString());
        Assert.StartsWith("call_", call.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("function", call.GetProperty("type").GetString());
        Assert.Equal("{}", call.GetProperty("function").GetProperty("arguments").GetString());
    }

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("99999999999999999999", "4")]
    [InlineData("-10", "4")]
    public async Task ImpossibleUsage_IsEstimatedAndRecorded(string prompt, string completion)
    {
        var usage = "{\"choices\":[],\"usage\":{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":" + completion + "}}";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Text("Hello"), Chunks.Stop, usage, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.InRange(events[^1].GetProperty("usage").GetProperty("prompt_tokens").GetInt64(), 1, 100);
        Assert.Equal(events[^1].GetProperty("usage").GetProperty("cost").GetRawText(), generation.GetProperty("total_cost").GetRawText());
    }

    [Theory]
    [InlineData("""{"error":{"message":"key acme-secret-credential is over quota","code":"x"}}""")]
    [InlineData("""{"error":"key acme-secret-credential is over quota"}""")]
    public async Task ErrorEvent_ShowsNoProviderKey(string error)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Text("Hello"), error));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var text = await response.Content.ReadAsStringAsync();
        var spans = await server.SpansAsync((await server.GenerationOfAsync(response)).GetProperty("trace_id").GetString()!, 2);

        Assert.Contains("is over quota", text, StringComparison.Ordinal);
        Assert.DoesNotContain("acme-secret-credential", text, StringComparison.Ordinal);
        Assert.DoesNotContain(spans, span => span.GetRawText().Contains("acme-secret-credential", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"\ud83d","choices":[]}""", 502)]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"\udc00"}]}""", 200)]
    public async Task HalfASurrogatePair_HindersNeitherTheEndNorTheRecord(string odd, int status)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events("""{"choices":[{"index":0,"delta":{"content":"Hello"}}]}""", odd, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(status == 502, events[^1].TryGetProperty("error", out _));
        Assert.Equal(status, generation.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BrokenUtf8AndEmptyEvents_StillMakeAValidAnswer(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            byte[] content = [.. Encoding.UTF8.GetBytes("""{"choices":[{"index":0,"message":{"content":"a"""), 0xFF, .. Encoding.UTF8.GetBytes("""b"},"finish_reason":"stop"}]}""")];
            byte[] stream = [.. "data:\n\ndata: "u8, .. Delta(content), .. "\n\ndata: \n\ndata: [DONE]\n\n"u8];
            context.Response.ContentType = streamed ? "text/event-stream" : "application/json";
            await context.Response.Body.WriteAsync(streamed ? stream : content);
        });
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("a\uFFFDb", new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HalfASurrogatePairInThePrompt_IsServedAndRecorded()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Text("Hello"), Chunks.Stop, Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Streamed.Replace("\"Hi\"", "\"a\\ud83d b\"", StringComparison.Ordinal));
        var (_, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);
        var spans = await server.SpansAsync(generation.GetProperty("trace_id").GetString()!, 2);

        Assert.True(hasEnd);
        Assert.Equal(2, spans.Length);
    }

    private static byte[] Delta(byte[] content) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("message", "delta", StringComparison.Ordinal));

    private static void AssertChunk(JsonElement chunk)
    {
        Assert.False(chunk.TryGetProperty("error", out _));
        Assert.False(chunk.TryGetProperty("system_fingerprint", out var fingerprint) && fingerprint.ValueKind == JsonValueKind.Null);
        foreach (var choice in chunk.GetProperty("choices").EnumerateArray())
        {
            var delta = choice.GetProperty("delta");
            Assert.Equal(JsonValueKind.Number, choice.GetProperty("index").ValueKind);
            Assert.Equal(JsonValueKind.Object, delta.ValueKind);
            Assert.True(choice.GetProperty("finish_reason").ValueKind is JsonValueKind.Null or JsonValueKind.String);
            Assert.True(!delta.TryGetProperty("role", out var role) || role.GetString() == "assistant");
            Assert.All(delta.TryGetProperty("tool_calls", out var calls) ? [.. calls.EnumerateArray()] : Array.Empty<JsonElement>(), AssertCall);
        }
    }

    private static void AssertCall(JsonElement call)
    {
        Assert.Equal(JsonValueKind.Number, call.GetProperty("index").ValueKind);
        Assert.All(call.EnumerateObject(), member => Assert.NotEqual(JsonValueKind.Null, member.Value.ValueKind));
        Assert.All(call.GetProperty("function").EnumerateObject(), member => Assert.NotEqual(JsonValueKind.Null, member.Value.ValueKind));
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A chat completion that Gemini answers, through a live server.</summary>
public sealed class GeminiUpstreamTests
{
    private const string Whole = """
        {"candidates":[{"content":{"role":"model","parts":[{"text":"Hm.","thought":true},{"text":"Hello world"}]},"finishReason":"MAX_TOKENS","index":0}],
         "usageMetadata":{"promptTokenCount":17,"candidatesTokenCount":4,"thoughtsTokenCount":3,"totalTokenCount":24},"responseId":"r1"}
        """;

    private static readonly string[] Events =
    [
        """{"candidates":[{"content":{"role":"model","parts":[{"text":"Hm.","thought":true}]},"index":0}],"usageMetadata":{"promptTokenCount":17,"thoughtsTokenCount":3},"responseId":"r1"}""",
        """{"candidates":[{"content":{"role":"model","parts":[{"text":"Hello"}]},"index":0}],"usageMetadata":{"promptTokenCount":17,"candidatesTokenCount":1,"thoughtsTokenCount":3},"responseId":"r1"}""",
        """{"candidates":[{"content":{"role":"model","parts":[{"text":" world"}]},"finishReason":"MAX_TOKENS","index":0}],"usageMetadata":{"promptTokenCount":17,"candidatesTokenCount":4,"thoughtsTokenCount":3},"responseId":"r1"}""",
    ];

    [Fact]
    public async Task Stream_IsAnsweredAndCharged()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Events));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"stream":true}""");
        var (events, hasEnd) = await Sse.ReadAsync(response);

        Assert.True(hasEnd);
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.Equal("Hm.", events[0].GetProperty("choices")[0].GetProperty("delta").GetProperty("reasoning").GetString());
        AssertFinish(events[^2].GetProperty("choices")[0]);
        AssertUsage(events[^1].GetProperty("usage"));
        await AssertRecordAsync(server, response);
        var sent = Assert.Single(upstream.Requests);
        Assert.Equal("/v1/models/small-1:streamGenerateContent", sent.Path);
        Assert.Equal("acme-secret-credential", sent.Headers["x-goog-api-key"]);
        Assert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Hi"}]}],"generationConfig":{}}""", sent.Body);
    }

    [Fact]
    public async Task WholeAnswer_IsAnsweredAndCharged()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Whole));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""");
        var answer = await TestServer.ReadJsonAsync(response);

        var choice = answer.GetProperty("choices")[0];
        Assert.Equal("Hello world", choice.GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("Hm.", choice.GetProperty("message").GetProperty("reasoning").GetString());
        AssertFinish(choice);
        AssertUsage(answer.GetProperty("usage"));
        await AssertRecordAsync(server, response);
        Assert.Equal("/v1/models/small-1:generateContent", Assert.Single(upstream.Requests).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BlockedPrompt_IsTheRequestsFault(bool streaming)
    {
        const string Blocked = """{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"promptTokenCount":9},"responseId":"r1"}""";
        await using var upstream = await FakeUpstream.StartAsync(streaming ? FakeUpstream.Events(Blocked) : FakeUpstream.Json(200, Blocked));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync($$"""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"stream":{{(streaming ? "true" : "false")}}}""");
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("content_policy_violation", error.GetProperty("metadata").GetProperty("error_type").GetString());
        Assert.Equal("Acme 0 reported an error: The prompt was blocked (SAFETY).", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task StreamWithoutFinishReason_IsCutAndNotCharged()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Events[..2]));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}],"stream":true}""");
        var (events, _) = await Sse.ReadAsync(response);

        Assert.Equal("error", events[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0m, (await server.GenerationOfAsync(response)).GetProperty("total_cost").GetDecimal());
    }

    [Fact]
    public async Task RequestThatCannotBeSaid_IsRefusedWithoutACall()
    {
        await using var upstream = await FakeUpstream.StartAsync(context => context.Response.WriteAsync(Whole));
        await using var server = await StartAsync(upstream);

        using var response = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":[{"type":"hologram"}]}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Gemini has no content part of type 'hologram'", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    private static Task<TestServer> StartAsync(FakeUpstream upstream) => 
        TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl).Replace("\"openai\"", "\"gemini\"", StringComparison.Ordinal));

    private static void AssertFinish(JsonElement choice) =>
        Assert.Equal(("length", "MAX_TOKENS"), (choice.GetProperty("finish_reason").GetString(), choice.GetProperty("native_finish_reason").GetString()));

    // 17 tokens at 1 $ and 7 at 2 $ a million.
    private static void AssertUsage(JsonElement usage) => Assert.Equal(
        (17, 7, 3, 0.000031m),
        (usage.GetProperty("prompt_tokens").GetInt32(), usage.GetProperty("completion_tokens").GetInt32(),
            usage.GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32(), usage.GetProperty("cost").GetDecimal()));

    private static async Task AssertRecordAsync(TestServer server, HttpResponseMessage response)
    {
        var record = await server.GenerationOfAsync(response);
        Assert.Equal(0.000031m, record.GetProperty("total_cost").GetDecimal());
        Assert.Equal(("length", "MAX_TOKENS"), (record.GetProperty("finish_reason").GetString(), record.GetProperty("native_finish_reason").GetString()));
        Assert.Equal("r1", record.GetProperty("upstream_id").GetString());
    }
}

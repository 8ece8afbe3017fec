using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary><c>debug.echo_upstream_body</c>: what was really sent to the providers.</summary>
public sealed class DebugOptionTests
{
    private const string Debug = "\"debug\":{\"echo_upstream_body\":true}";
    private const string Hi = "\"messages\":[{\"role\":\"user\",\"content\":\"Hi, my key is acme-secret-credential\"}]";

    [Fact]
    public async Task Chat_TellsEachAttemptBeforeTheContent()
    {
        await using var down = await FakeUpstream.StartAsync(FakeUpstream.Json(503, """{"error":{"message":"down"}}"""));
        await using var up = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(TestServer.Config("", down.BaseUrl, up.BaseUrl));

        using var response = await server.ChatAsync($"{{\"stream\":true,{Debug},{Hi}}}");
        var (events, _) = await Sse.ReadAsync(response);

        foreach (var chunk in events.Take(2))
        {
            Assert.Equal(0, chunk.GetProperty("choices").GetArrayLength());
            var body = chunk.GetProperty("debug").GetProperty("echo_upstream_body");
            Assert.Equal("small-1", body.GetProperty("model").GetString());
            Assert.Equal("Hi, my key is [redacted]", body.GetProperty("messages")[0].GetProperty("content").GetString());
        }

        Assert.DoesNotContain(events.Skip(2), chunk => chunk.TryGetProperty("debug", out _));
        Assert.Equal("Hello world", Sse.Text(events));
        Assert.DoesNotContain("\"debug\"", up.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Responses_TellBodyAndTimings()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.WholeAnswer));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/responses", server.InferenceKey, $"{{\"stream\":true,{Debug},\"input\":\"Hi\"}}");
        var events = (await response.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line["data: ".Length..])).ToArray();
        var types = events.Select(item => item.GetProperty("type").GetString()).ToArray();
        var told = events.Where(item => item.GetProperty("type").GetString() == "response.debug").Select(item => item.GetProperty("debug")).ToArray();

        Assert.Equal(Enumerable.Range(0, events.Length), events.Select(item => item.GetProperty("sequence_number").GetInt32()));
        Assert.Equal(["response.created", "response.in_progress", "response.debug"], types.Take(3));
        Assert.Equal("small-1", told[0].GetProperty("echo_upstream_body").GetProperty("model").GetString());
        Assert.Equal(
            ["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"],
            told.Skip(1).Select(debug => debug.GetProperty("timings").GetProperty("event").GetString()));
        Assert.All(told.Skip(1), debug => Assert.InRange(debug.GetProperty("timings").GetProperty("start_ms").GetInt64(), 0, 60_000));
        Assert.Equal("response.completed", types[^1]);
    }

    [Theory]
    [InlineData("chat/completions", $"{{{Debug},{Hi}}}", false)]
    [InlineData("chat/completions", $"{{\"stream\":true,\"debug\":{{\"echo_upstream_body\":false}},{Hi}}}", true)]
    [InlineData("messages", $"{{\"stream\":true,\"max_tokens\":9,{Debug},{Hi}}}", true)]
    [InlineData("completions", $"{{\"stream\":true,{Debug},\"prompt\":\"Hi\"}}", true)]
    public async Task Elsewhere_NothingIsTold(string path, string body, bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/" + path, server.InferenceKey, body);
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.IsSuccessStatusCode, text);
        Assert.DoesNotContain("debug", text, StringComparison.Ordinal);
    }
}

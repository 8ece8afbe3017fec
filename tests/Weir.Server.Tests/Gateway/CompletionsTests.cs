using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Text completions over a live server.</summary>
public sealed class CompletionsTests
{
    private const string Request = """{"model":"acme/small","prompt":"Once ","echo":true}""";
    private const string Streamed = """{"model":"acme/small","prompt":"Once ","echo":true,"stream":true}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_IsTextChargedAndAskedForInChat(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, streamed ? Streamed : Request);
        var (events, hasEnd) = streamed ? await Sse.ReadAsync(http) : ([await TestServer.ReadJsonAsync(http)], true);
        var generation = await server.GenerationOfAsync(http);

        Assert.True(hasEnd);
        Assert.Equal("Once Hello world", string.Concat(events.SelectMany(item => item.GetProperty("choices").EnumerateArray()).Select(choice => choice.GetProperty("text").GetString())));
        Assert.All(events, item => Assert.Equal("text_completion", item.GetProperty("object").GetString()));
        Assert.Equal("0.000018", events[^1].GetProperty("usage").GetProperty("cost").GetRawText());
        Assert.Equal("0.000018", generation.GetProperty("total_cost").GetRawText());
        Assert.Equal(http.Headers.GetValues("X-Generation-Id").Single(), events[0].GetProperty("id").GetString());
        Assert.Contains("""[{"role":"user","content":"Once "}]""", upstream.Requests.Single().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"prompt\"", upstream.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CutStream_EndsWithOneError()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel"), Chunks.Done));
        await using var server = await TestServer.StartAsync(upstream);

        using var http = await SendAsync(server, Streamed);
        var (events, hasEnd) = await Sse.ReadAsync(http);

        Assert.True(hasEnd);
        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("error", events[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.All(events.SkipLast(1), item => Assert.Equal("", item.GetProperty("choices")[0].GetProperty("finish_reason").ToString()));
    }

    [Fact]
    public async Task PromptOfTokens_IsRefused()
    {
        await using var server = await TestServer.StartAsync();

        using var http = await SendAsync(server, """{"model":"sim/small","prompt":[1,2,3]}""");

        Assert.Equal(HttpStatusCode.BadRequest, http.StatusCode);
        Assert.Contains("'prompt' is a list of token ids", await http.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(TestServer server, string request) =>
        server.SendAsync(HttpMethod.Post, "/api/v1/completions", server.InferenceKey, request);
}

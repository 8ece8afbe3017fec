using System.Net;
using System.Text.Json;
using Weir.Server.Configuration;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary><c>mode</c>: what a server does beside passing calls on.</summary>
public sealed class ModeTests
{
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Governed_ChargesAndRecords_ButKeepsNoTrace()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, "governed");

        using var response = await server.ChatAsync(Request);
        using var refused = await server.ChatAsync(Request, "sk-or-v1-unknown");
        var generation = await server.GenerationOfAsync(response);
        var key = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.True(generation.GetProperty("total_cost").GetDecimal() > 0);
        Assert.Equal(generation.GetProperty("total_cost").GetDecimal(), key.GetProperty("usage").GetDecimal());
        Assert.Empty(await ProjectsAsync(server));
    }

    [Fact]
    public async Task Governed_NextStart_MakesNoTracesEither()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var folder = Directory.CreateTempSubdirectory("weir-test-").FullName;
        string key;
        await using (var governed = await StartAsync(upstream, "governed", folder))
        {
            using var response = await governed.ChatAsync(Request);
            key = governed.InferenceKey;
        }

        await using (var again = await StartAsync(upstream, "governed", folder))
        {
            Assert.Empty(await ProjectsAsync(again, key));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bare_AnswersAnybody_AndKeepsNothing(bool stream)
    {
        await using var upstream = await FakeUpstream.StartAsync(stream ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, "bare");

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/chat/completions", key: null, stream ? Request[..^1] + ",\"stream\":true}" : Request);
        using var counted = await server.SendAsync(HttpMethod.Post, "/api/v1/messages/count_tokens", key: null, Request);
        var text = await response.Content.ReadAsStringAsync();
        using var generation = await server.SendAsync(HttpMethod.Get, $"/api/v1/generation?id={response.Headers.GetValues("X-Generation-Id").Single()}", server.InferenceKey);
        var key = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, counted.StatusCode);
        Assert.Contains("\"cost\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, generation.StatusCode);
        Assert.Equal(0, key.GetProperty("usage").GetDecimal());
        Assert.Empty(await ProjectsAsync(server));
    }

    [Fact]
    public async Task Bare_ManagementStillAsksForItsKey()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await StartAsync(upstream, "bare");

        using var keys = await server.SendAsync(HttpMethod.Get, "/api/v1/keys", key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, keys.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", null)]
    [InlineData("http://*:0", null)]
    [InlineData("http://weir.example:0", null)]
    [InlineData("http://127.0.0.1:0;http://[::]:0", null)]
    [InlineData("http://127.0.0.1:0", "http://0.0.0.0:0")]
    public async Task Bare_BeyondThisMachine_DoesNotStart(string urls, string? otlp)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));

        var failure = await Assert.ThrowsAsync<ConfigurationException>(() =>
            TestServer.StartAsync(Config(upstream, "bare"), adjust: options => options with { Urls = urls, OtlpHttpUrls = otlp }));

        Assert.Contains("mode \"bare\" asks for no keys", failure.Message, StringComparison.Ordinal);
    }

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string mode, string? folder = null) => TestServer.StartAsync(Config(upstream, mode), folder);

    private static string Config(FakeUpstream upstream, string mode) => $$"""{{TestServer.Config("", upstream.BaseUrl)[..^1]}}, "mode": "{{mode}}" }""";

    private static async Task<JsonElement[]> ProjectsAsync(TestServer server, string? key = null) =>
        [.. (await server.GetJsonAsync("/v1/projects", key)).GetProperty("data").EnumerateArray().Where(project => project.GetProperty("name").GetString() == "gateway")];
}

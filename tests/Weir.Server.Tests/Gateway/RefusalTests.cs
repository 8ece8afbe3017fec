using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What a client is told when it cannot be served, and what is on record of it.</summary>
public sealed class RefusalTests
{
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";
    private const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    [Theory]
    [InlineData("""{"model":""", "invalid_request")]
    [InlineData("""[1]""", "invalid_request")]
    [InlineData("""{"model":"acme/small"}""", "invalid_request")]
    [InlineData("""{"model":"acme/small","messages":[]}""", "invalid_prompt")]
    [InlineData("""{"model":"acme/small","messages":[{"content":"x"}]}""", "invalid_prompt")]
    [InlineData("""{"model":7,"messages":[{"role":"user","content":"x"}]}""", "invalid_request")]
    [InlineData("""{"model":"acme/none","messages":[{"role":"user","content":"x"}]}""", "invalid_request")]
    [InlineData("""{"model":"\ud83d","messages":[{"role":"user","content":"x"}]}""", "invalid_request")]
    [InlineData("""{"models":["\udc00"],"messages":[{"role":"user","content":"x"}]}""", "invalid_request")]
    public async Task BadRequest_Is400AndOnRecord(string body, string type)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(body);
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(400, error.GetProperty("code").GetInt32());
        Assert.Equal(type, error.GetProperty("metadata").GetProperty("error_type").GetString());
        Assert.Equal(400, generation.GetProperty("status").GetInt32());
        Assert.Equal("0", generation.GetProperty("total_cost").GetRawText());
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task UnknownModel_SaysThatARetryIsUseless()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.ChatAsync("""{"model":"no/such","messages":[{"role":"user","content":"x"}]}""");
        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");

        Assert.Equal("model_not_found", error.GetProperty("availability").GetProperty("code").GetString());
        Assert.False(error.GetProperty("availability").GetProperty("retryable").GetBoolean());
        Assert.Contains("no/such is not a valid model ID", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task BadKey_Is401WithACountAndNoRecord(string? key)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, "/api/v1/chat/completions", key, Request);
        using var generation = await server.SendAsync(HttpMethod.Get, $"/api/v1/generation?id={response.Headers.GetValues("X-Generation-Id").Single()}", server.InferenceKey);
        using var metrics = await server.SendAsync(HttpMethod.Get, "/metrics", key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, generation.StatusCode);
        Assert.Matches("weir_gateway_refusals.*caller=\"unknown\".* 1", await metrics.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ManagementKey_CannotCallModels()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.ChatAsync(Request, server.ManagementKey);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData(500, 502, "provider_unavailable", false)]
    [InlineData(503, 503, "provider_overloaded", true)]
    [InlineData(429, 429, "rate_limit_exceeded", false)]
    [InlineData(401, 502, "provider_unavailable", true)]
    [InlineData(404, 404, "not_found", false)]
    [InlineData(400, 400, "context_length_exceeded", true)]
    public async Task UpstreamRefusal_IsToldWithTheProvidersWordsAndRecorded(int upstreamStatus, int status, string type, bool streamed)
    {
        const string Body = """{"error":{"message":"No: Bearer acme-secret-credential","type":"t","code":"context_length_exceeded"}}""";
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(upstreamStatus, Body));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(streamed ? Streamed : Request);
        var text = await response.Content.ReadAsStringAsync();
        var error = JsonDocument.Parse(text).RootElement.GetProperty("error");
        var generation = await server.GenerationOfAsync(response);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(type, error.GetProperty("metadata").GetProperty("error_type").GetString());
        Assert.Equal("Acme 0", error.GetProperty("metadata").GetProperty("provider_name").GetString());
        Assert.DoesNotContain("acme-secret-credential", text, StringComparison.Ordinal);
        Assert.Equal(status, generation.GetProperty("status").GetInt32());
        Assert.Equal(upstreamStatus, generation.GetProperty("provider_responses")[0].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task RetryAfter_IsPassedOn()
    {
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            context.Response.Headers.RetryAfter = "7";
            await FakeUpstream.Json(429, """{"error":{"message":"slow down"}}""")(context);
        });
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(Request);

        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("""{"model":"acme/small","plugins":[{"id":"web"}],"messages":[{"role":"user","content":"x"}]}""", "'plugins'")]
    [InlineData("""{"model":"acme/small:online","messages":[{"role":"user","content":"x"}]}""", "':online'")]
    [InlineData("""{"model":"openrouter/fusion","messages":[{"role":"user","content":"x"}]}""", "'openrouter/fusion'")]
    [InlineData("""{"model":"acme/small","tools":[{"type":"openrouter:datetime"}],"messages":[{"role":"user","content":"x"}]}""", "'openrouter:datetime'")]
    public async Task FeatureThatIsNotThere_IsRefusedByName(string body, string feature)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync(body);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(feature, (await TestServer.ReadJsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/videos")]
    [InlineData("/api/v1/messages/batches")]
    [InlineData("/v1/agent_sessions")]
    public async Task OperationThatIsNotThere_NamesItself(string path)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, path, server.InferenceKey, "{}");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(path, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyLimit_UsedUp_Is402()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        using var created = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"small","limit":1}""");
        var (key, hash) = await ReadAsync(created);

        using var first = await server.ChatAsync(Request, key);
        using var lowered = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{hash}", server.ManagementKey, """{"limit":0.00001}""");
        using var second = await server.ChatAsync(Request, key);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PaymentRequired, second.StatusCode);

        static async Task<(string? Key, string? Hash)> ReadAsync(HttpResponseMessage answer)
        {
            var json = await TestServer.ReadJsonAsync(answer);
            return (json.GetProperty("key").GetString(), json.GetProperty("data").GetProperty("hash").GetString());
        }
    }

    [Fact]
    public async Task BrokenChunkOfTheBody_Is400()
    {
        await using var server = await TestServer.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.InferenceKey}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task BodyThatIsNotUtf8_Is400()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await using var server = await TestServer.StartAsync(upstream);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "/api/v1/chat/completions"))
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(Request.Replace("Hi", "\u00ff", StringComparison.Ordinal))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.InferenceKey);

        using var response = await invoker.SendAsync(request, CancellationToken.None);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(upstream.Requests);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What passes the edge in either direction: bodies, headers, and media that requests name by an address.</summary>
public sealed class EdgeTests
{
    private const string Body = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Theory]
    [InlineData("/api/v1/chat/completions", "Authorization: Bearer sk-or-v1-wrong\r\n", "\"code\":401")]
    [InlineData("/api/v1/messages", "x-api-key: sk-or-v1-wrong\r\n", "authentication_error")]
    [InlineData("/api/v1/responses", "", "\"code\":401")]
    public async Task WrongKey_IsRefusedBeforeTheBodyIsSent(string path, string key, string expected)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(500, "{}"));
        await using var server = await TestServer.StartAsync(upstream);

        var answer = await RawAsync(server, $"POST {path} HTTP/1.1\r\nHost: weir\r\n{key}Content-Type: application/json\r\nContent-Length: 60000000\r\n\r\n{{");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task ExpectContinue_WrongKey_IsNeverToldToGoOn()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await RawAsync(server, "POST /api/v1/chat/completions HTTP/1.1\r\nHost: weir\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 60000000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 70000000\r\n\r\n{", "HTTP/1.1 413", "at most 64 MiB")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", "HTTP/1.1 400", "cannot be read")]
    [InlineData("Content-Length: 2\r\nContent-Encoding: gzip\r\n\r\n{}", "HTTP/1.1 415", "gzip")]
    public async Task BrokenBody_IsTheCallersFault(string rest, string status, string expected)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await RawAsync(server, $"POST /api/v1/chat/completions HTTP/1.1\r\nHost: weir\r\nAuthorization: Bearer {server.InferenceKey}\r\nContent-Type: application/json\r\n{rest}");

        Assert.StartsWith(status, answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByteOrderMark_IsSkipped()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await TestServer.StartAsync(upstream);

        using var response = await server.ChatAsync("\uFEFF" + Body);

        Assert.StartsWith("{\"", Assert.Single(upstream.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", "Authorization")]
    [InlineData("anthropic", "anthropic-version x-api-key")]
    [InlineData("gemini", "x-goog-api-key")]
    [InlineData("ollama", "Authorization")]
    [InlineData("cohere", "Authorization")]
    [InlineData("azure-openai", "api-key")]
    [InlineData("openai-responses", "Authorization")]
    public async Task OddHeaders_StayHere(string dialect, string own)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, "{}"));
        await using var server = await StartAsync(upstream, dialect);

        using var response = await server.ChatAsync(Body, null, [.. OddHeaders()]);

        var sent = Assert.Single(upstream.Requests);
        string[] always = ["Accept", "Content-Length", "Content-Type", "Host"];
        Assert.Equal(always.Concat(own.Split(' ')).Order(StringComparer.OrdinalIgnoreCase), sent.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(sent.Headers.Values, value => value.Contains("from-caller", StringComparison.Ordinal));
        Assert.DoesNotContain(sent.Headers.Values, value => value.Contains(server.InferenceKey, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gemini", "\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"")]
    [InlineData("ollama", "\"images\":[\"")]
    [InlineData("bedrock", "\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"")]
    public async Task ImageByAddress_IsFetchedOnceAndSentAsContent(string dialect, string expected)
    {
        await using var host = await FakeUpstream.StartAsync(context => context.Response.Body.WriteAsync(Png).AsTask());
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, "{}"));
        await using var server = await StartAsync(upstream, dialect, """, "media": { "allow_private_hosts": ["127.0.0.1"] }""");

        using var response = await server.ChatAsync(WithImages($"{host.BaseUrl}/a.png", 2), null, ("Cookie", "from-caller"));

        var sent = Assert.Single(upstream.Requests).Body;
        Assert.Contains(expected + Convert.ToBase64String(Png), sent, StringComparison.Ordinal);
        Assert.DoesNotContain("http", sent, StringComparison.Ordinal);
        var asked = Assert.Single(host.Requests);
        Assert.DoesNotContain(asked.Headers.Values, value => value.Contains("from-caller", StringComparison.Ordinal) || value.Contains(server.InferenceKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PrivateAddress_IsTheCallersFault_WithThePart()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, "{}"));
        await using var server = await StartAsync(upstream, "gemini");

        using var response = await server.ChatAsync(WithImages("http://127.0.0.1:1/a.png?sig=secret", 1));
        var unknown = await (await server.ChatAsync(WithImages("http://nowhere.internal/a.png", 1))).Content.ReadAsStringAsync();

        var error = (await TestServer.ReadJsonAsync(response)).GetProperty("error");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "'messages[0].content[0].image_url.url' names the port 1; only 80 and 443 are fetched from: http://127.0.0.1:1/a.png. Send the content itself as data:<media type>;base64,<data>.",
            error.GetProperty("message").GetString());
        Assert.Contains("is not a public address that answers", unknown, StringComparison.Ordinal);
        Assert.Empty(upstream.Requests);
    }

    [Fact]
    public async Task DialectThatFetches_GetsTheAddress()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(400, "{}"));
        await using var server = await StartAsync(upstream, "openai");

        using var response = await server.ChatAsync(WithImages("https://pictures.example/a.png", 1));

        Assert.Contains("https://pictures.example/a.png", Assert.Single(upstream.Requests).Body, StringComparison.Ordinal);
    }

    private static string WithImages(string url, int count)
    {
        var parts = string.Join(',', Enumerable.Repeat($$"""{"type":"image_url","image_url":{"url":"{{url}}"} }""", count));
        return $$"""{"model":"acme/small","messages":[{"role":"user","content":[{{parts}}]}]}""";
    }

    private static Task<TestServer> StartAsync(FakeUpstream upstream, string dialect, string more = "")
    {
        var config = TestServer.Config("", upstream.BaseUrl).Replace("\"openai\"", $"\"{dialect}\"", StringComparison.Ordinal);
        return TestServer.StartAsync(config[..config.LastIndexOf('}')] + more + "}");
    }

    private static IEnumerable<(string Name, string Value)> OddHeaders()
    {
        string[] names =
        [
            "Cookie", "x-api-key", "api-key", "api_key", "x-goog-api-key", "Proxy-Authorization", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded",
            "X-Real-IP", "Via", "tracestate", "baggage", "b3", "X-B3-TraceId", "Accept-Encoding", "Accept-Language", "TE", "Range", "If-None-Match", "OpenAI-Organization",
            "OpenAI-Project", "OpenAI-Beta", "anthropic-version", "x-amz-security-token", "x-amz-date", "X-Amz-Target", "HTTP-Referer", "X-Title", "X-OpenRouter-Title", "User-Agent",
            "x-session-id", "Origin", "Referer", "X-Stainless-Lang", "X-Custom", "x-sim-delay", "X-HTTP-Method-Override", "X-Request-Id",
        ];
        return names.Select(name => (name, "from-caller")).Append(("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    // What the server says without waiting for a body that never comes.
    private static async Task<string> RawAsync(TestServer server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer, patience.Token) is var read and > 0)
        {
            _ = answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var text = answer.ToString();
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && text[(end + 4)..].TrimEnd().EndsWith('}'))
            {
                break;
            }
        }

        return answer.ToString();
    }
}

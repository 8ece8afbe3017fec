using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Otlp;

/// <summary>Who may send spans to the whole server, and what is kept of what they say about themselves.</summary>
public sealed class SenderTests
{
    private const string Trace = """{"resourceSpans":[{"resource":{},"scopeSpans":[{"spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","name":"s","startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000000000000001"}]}]}]}""";

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task SenderWithoutAKey_IsLetInOnLoopbackWhereTheOperatorOpenedIt(bool isOpen, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync($$"""{ "traces": { "anonymous": {{(isOpen ? "true" : "false")}} } }""");

        using var response = await server.SendAsync(HttpMethod.Post, "/v1/traces", key: null, Trace);
        using var reading = await server.SendAsync(HttpMethod.Get, "/v1/projects", key: null);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, reading.StatusCode);
    }

    [Fact]
    public async Task WrongKey_IsRefusedAlsoWhereNoneIsNeeded()
    {
        await using var server = await TestServer.StartAsync("""{ "traces": { "anonymous": true } }""");

        using var response = await server.SendAsync(HttpMethod.Post, "/v1/traces", "sk-or-v1-wrong", Trace);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task SpaceId_IsRecordedAndSelectsNothing()
    {
        await using var server = await TestServer.StartAsync();

        using var sent = await server.SendAsync(HttpMethod.Post, "/v1/traces", server.InferenceKey, Trace, ("arize-space-id", "U3BhY2U6MQ=="));
        var spans = await server.SpansAsync("0af7651916cd43dd8448eb211c80319c", 1, "default");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Single(spans);
    }

    [Fact]
    public async Task RawKey_IsAcceptedAsArizeClientsSendIt()
    {
        await using var server = await TestServer.StartAsync();

        using var bare = await server.SendAsync(HttpMethod.Post, "/v1/traces", key: null, Trace, ("authorization", server.InferenceKey));
        using var header = await server.SendAsync(HttpMethod.Post, "/v1/traces", key: null, Trace, ("api_key", server.InferenceKey));

        Assert.Equal(HttpStatusCode.OK, bare.StatusCode);
        Assert.Equal(HttpStatusCode.OK, header.StatusCode);
    }
}

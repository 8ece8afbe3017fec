using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What a provider's failure is for a client of each protocol, before the answer begins and in its middle.</summary>
public sealed class UpstreamStatusTests(UpstreamStatusTests.Pair pair) : IClassFixture<UpstreamStatusTests.Pair>
{
    private const string Chat = "/chat/completions";
    private const string Completions = "/completions";
    private const string Responses = "/responses";
    private const string Messages = "/messages";

    private static readonly string[] Protocols = [Chat, Completions, Responses, Messages];

    // The provider's status and code; our status and error type, and the Messages API's word for it.
    private static readonly (int Status, string Code, int Ours, string Type, string Messages)[] Statuses =
    [
        (400, "bad_value", 400, "invalid_request", "invalid_request_error"),
        (400, "context_length_exceeded", 400, "context_length_exceeded", "invalid_request_error"),
        (400, "content_filter", 400, "content_policy_violation", "invalid_request_error"),
        (401, "invalid_api_key", 502, "provider_unavailable", "api_error"),
        (402, "no_money", 502, "provider_unavailable", "api_error"),
        (403, "forbidden", 502, "provider_unavailable", "api_error"),
        (404, "model_not_found", 404, "not_found", "not_found_error"),
        (408, "slow", 504, "timeout", "timeout_error"),
        (413, "too_large", 413, "payload_too_large", "invalid_request_error"),
        (422, "unprocessable", 422, "unprocessable", "invalid_request_error"),
        (429, "rate_limit", 429, "rate_limit_exceeded", "rate_limit_error"),
        (500, "server_error", 502, "provider_unavailable", "api_error"),
        (502, "bad_gateway", 502, "provider_unavailable", "api_error"),
        (503, "overloaded", 503, "provider_overloaded", "overloaded_error"),
        (504, "timeout", 504, "timeout", "timeout_error"),
        (524, "timeout", 504, "timeout", "timeout_error"),
        (529, "overloaded", 503, "provider_overloaded", "overloaded_error"),
    ];

    // Codes of error events; the stream carries no status.
    private static readonly (string Code, int Ours, string Type)[] Events =
    [
        ("400", 400, "invalid_request"), ("\"invalid_request_error\"", 400, "invalid_request"), ("\"context_length_exceeded\"", 400, "context_length_exceeded"),
        ("\"content_filter\"", 400, "content_policy_violation"), ("404", 404, "not_found"), ("413", 413, "payload_too_large"), ("422", 422, "unprocessable"),
        ("429", 429, "rate_limit_exceeded"), ("\"rate_limit_exceeded\"", 429, "rate_limit_exceeded"), ("503", 503, "provider_overloaded"), ("529", 503, "provider_overloaded"),
        ("\"overloaded_error\"", 503, "provider_overloaded"), ("504", 504, "timeout"), ("500", 502, "provider_unavailable"), ("401", 502, "provider_unavailable"),
        ("\"server_error\"", 502, "provider_unavailable"), ("null", 502, "provider_unavailable"),
    ];

    public static TheoryData<string, int, string, int, string, string> BeforeTheFirstByte => new(
        from protocol in Protocols from row in Statuses select new TheoryDataRow<string, int, string, int, string, string>(protocol, row.Status, row.Code, row.Ours, row.Type, row.Messages));

    public static TheoryData<string, string, int, string> InTheStream => new(
        from protocol in Protocols from row in Events select new TheoryDataRow<string, string, int, string>(protocol, row.Code, row.Ours, row.Type));

    [Theory]
    [MemberData(nameof(BeforeTheFirstByte))]
    public async Task FailureBeforeTheFirstByte_HasTheDocumentedStatus(string protocol, int status, string code, int ours, string type, string messages)
    {
        var server = pair.Answering(FakeUpstream.Json(status, $$$"""{"error":{"message":"It broke.","code":"{{{code}}}"}}"""));

        using var answer = await SendAsync(server, protocol, streamed: true);
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal((ours, type), ((int)answer.StatusCode, TypeOf(protocol, body)));
        Assert.Contains("It broke.", body.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        if (protocol == Messages)
        {
            Assert.Equal(messages, body.GetProperty("error").GetProperty("type").GetString());
        }
        else
        {
            Assert.Equal(ours, body.GetProperty("error").GetProperty("code").GetInt32());
        }

        // Clients try 5xx and 429 again by themselves: what cannot get better says that they should not.
        var isPermanent = status is 401 or 402 or 403;
        Assert.True(isPermanent || status < 500 == ours < 500 || status is 408, "A provider's refusal must not look like an outage.");
        Assert.Equal(isPermanent ? "false" : null, answer.Headers.TryGetValues("x-should-retry", out var said) ? said.Single() : null);
    }

    [Theory]
    [MemberData(nameof(InTheStream))]
    public async Task FailureInTheStream_HasTheDocumentedType(string protocol, string code, int ours, string type)
    {
        var server = pair.Answering(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel"), $$$"""{"error":{"message":"It broke.","code":{{{code}}}}}""", Chunks.Done));

        using var answer = await SendAsync(server, protocol, streamed: true);
        var last = (await EventsAsync(answer))[^1];

        Assert.Equal(200, (int)answer.StatusCode);
        switch (protocol)
        {
            case Messages:
                Assert.Equal("error", last.GetProperty("type").GetString());
                Assert.Equal(type, last.GetProperty("error").GetProperty("error_type").GetString());
                break;
            case Responses:
                var response = last.GetProperty("response");
                Assert.Equal("response.failed", last.GetProperty("type").GetString());
                Assert.Equal(type, response.GetProperty("error_type").GetString());
                break;
            default:
                Assert.Equal(ours, last.GetProperty("error").GetProperty("code").GetInt32());
                Assert.Equal(type, last.GetProperty("error").GetProperty("metadata").GetProperty("error_type").GetString());
                break;
        }
    }

    [Theory]
    [MemberData(nameof(InTheStream))]
    public async Task ErrorEventBeforeAnyOutput_HasTheDocumentedStatus(string protocol, string code, int ours, string type)
    {
        var server = pair.Answering(FakeUpstream.Events(Chunks.Role, $$$"""{"error":{"message":"It broke.","code":{{{code}}}}}""", Chunks.Done));

        using var answer = await SendAsync(server, protocol, streamed: true);
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal((ours, type), ((int)answer.StatusCode, TypeOf(protocol, body)));
    }

    [Theory]
    [InlineData(Chat)]
    [InlineData(Completions)]
    [InlineData(Responses)]
    [InlineData(Messages)]
    public async Task EveryEndpointRefusingOurCredential_IsNoOutage(string protocol)
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(401, """{"error":{"message":"Wrong key."}}"""));
        await using var second = await FakeUpstream.StartAsync(FakeUpstream.Json(403, """{"error":{"message":"Not allowed."}}"""));
        await using var server = await TestServer.StartAsync(TestServer.Config("", first.BaseUrl, second.BaseUrl));

        using var answer = await SendAsync(server, protocol, streamed: false);

        Assert.Equal(502, (int)answer.StatusCode);
        Assert.Equal("false", answer.Headers.GetValues("x-should-retry").Single());
        Assert.DoesNotContain("temporarily_unavailable", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(TestServer server, string protocol, bool streamed) => server.SendAsync(
        HttpMethod.Post,
        "/api/v1" + protocol,
        server.InferenceKey,
        $$"""{"model":"acme/small","stream":{{(streamed ? "true" : "false")}},"max_tokens":100,{{protocol switch
        {
            Completions => "\"prompt\":\"Hi\"",
            Responses => "\"input\":\"Hi\"",
            _ => "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]",
        }}} }""");

    private static string? TypeOf(string protocol, JsonElement body) => protocol == Messages
        ? body.GetProperty("error").GetProperty("error_type").GetString()
        : body.GetProperty("error").GetProperty("metadata").GetProperty("error_type").GetString();

    private static async Task<JsonElement[]> EventsAsync(HttpResponseMessage answer) =>
    [
        .. (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line["data: ".Length..])),
    ];

    /// <summary>A server and its one provider, which answers as the test that runs says.</summary>
    public sealed class Pair : IAsyncLifetime
    {
        private FakeUpstream _upstream = null!;
        private TestServer _server = null!;
        private Func<HttpContext, Task> _answer = FakeUpstream.Json(500, "{}");

        public async ValueTask InitializeAsync()
        {
            _upstream = await FakeUpstream.StartAsync(context => _answer(context));
            _server = await TestServer.StartAsync(_upstream);
        }

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            await _upstream.DisposeAsync();
        }

        internal TestServer Answering(Func<HttpContext, Task> answer)
        {
            _answer = answer;
            return _server;
        }
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Server.Tests.Configuration;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>How an endpoint comes back whose circuit is open: by a probe, by an edit that mends its connection, and by nothing else but requests.</summary>
public sealed class CircuitTests
{
    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";
    private const string Probing = "\"probe_every_ms\": 100";

    // The circuit's own pauses stand still: whoever comes back here does not owe it to time.
    private readonly SteppedTime _time = new();

    [Fact]
    public async Task Probe_BringsAnEndpointBack_WithoutAUsersRequest()
    {
        var isDown = true;
        await using var first = await FakeUpstream.StartAsync(context => isDown ? FakeUpstream.Json(503, "{}")(context) : AnswerAsync(context));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(Config(Probing, first, second));
        await AskAsync(server, 5);
        Assert.Equal(3, Chats(first));

        await Wait.UntilAsync(() => Task.FromResult(Probes(first) > 1), "It was not probed.");
        Assert.True(await IsOpenAsync(server));
        isDown = false;
        await Wait.UntilAsync(async () => !await IsOpenAsync(server), "It did not come back.");

        Assert.Equal((3, 0), (Chats(first), Probes(second)));
        Assert.All(first.Requests.Where(IsProbe), probe => Assert.Equal("Bearer acme-secret-credential", probe.Headers["Authorization"]));
        Assert.Equal(0.0, (await HealthAsync(server)).GetProperty("uptime_last_30m").GetDouble());
        await AskAsync(server, 1);
        Assert.Equal(4, Chats(first));
    }

    [Fact]
    public async Task ListOfModelsThatIsThereAllTheTime_ProvesNothing()
    {
        await using var first = await FakeUpstream.StartAsync(context => IsProbe(context.Request.Path) ? AnswerAsync(context) : FakeUpstream.Json(503, "{}")(context));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(Config(Probing, first, second));
        await AskAsync(server, 3);

        await Wait.UntilAsync(() => Task.FromResult(Probes(first) > 3), "It was not probed.");

        Assert.True(await IsOpenAsync(server));
        Assert.Equal(3, Chats(first));
    }

    [Fact]
    public async Task Probe_IsOffUntilTheFileSaysSo_AndWellEndpointsAreLeftAlone()
    {
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Json(503, "{}"));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(Config("\"total_ms\": 60000", first, second));
        await AskAsync(server, 4);

        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.Equal(0, Probes(first));
        await server.ApplyAsync(Config(Probing, first, second));
        await Wait.UntilAsync(() => Task.FromResult(Probes(first) > 1), "It was not probed.");

        Assert.Equal(0, Probes(second));
    }

    [Fact]
    public async Task MendedCredential_IsTriedAtOnce_AndOtherEditsOpenNothing()
    {
        await using var first = await FakeUpstream.StartAsync(
            context => context.Request.Headers.Authorization == "Bearer mended" ? AnswerAsync(context) : FakeUpstream.Json(401, """{"error":{"message":"no"}}""")(context));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        var config = Config("\"total_ms\": 60000", first, second);
        await using var server = await StartAsync(config);
        await AskAsync(server, 5);
        Assert.Equal(3, Chats(first));

        await server.ApplyAsync(config.Replace("\"total_ms\": 60000", "\"total_ms\": 50000", StringComparison.Ordinal).Replace("Acme: Small", "Small", StringComparison.Ordinal));
        await AskAsync(server, 2);
        Assert.Equal(3, Chats(first));

        await server.ApplyAsync(config.Replace("acme-secret-credential", "mended", StringComparison.Ordinal));
        await AskAsync(server, 2);
        Assert.Equal((5, 7), (Chats(first), Chats(second)));
        Assert.False(await IsOpenAsync(server));
    }

    [Fact]
    public async Task RefusalInTheMiddleOfAnAnswer_ClosesTheEndpointToNobody()
    {
        const string Refusal = """{"error":{"message":"no","code":"content_filter"}}""";
        await using var first = await FakeUpstream.StartAsync(FakeUpstream.Events(Chunks.Role, Chunks.Text("Hel"), Refusal));
        await using var second = await FakeUpstream.StartAsync(AnswerAsync);
        await using var server = await StartAsync(Config("\"total_ms\": 60000", first, second));

        for (var request = 0; request < 5; request++)
        {
            using var response = await server.ChatAsync(Request.Replace("{\"model\"", "{\"stream\":true,\"model\"", StringComparison.Ordinal));
            _ = await Sse.ReadAsync(response);
        }

        Assert.Equal((5, 0), (Chats(first), Chats(second)));
        Assert.False(await IsOpenAsync(server));
    }

    private static bool IsProbe(ReceivedRequest request) => IsProbe(request.Path);

    private static bool IsProbe(string? path) => path?.EndsWith("/models", StringComparison.Ordinal) == true;

    private static int Probes(FakeUpstream upstream) => upstream.Requests.Count(IsProbe);

    private static int Chats(FakeUpstream upstream) => upstream.Requests.Count(request => !IsProbe(request));

    private static Task AnswerAsync(HttpContext context) => FakeUpstream.Json(200, IsProbe(context.Request.Path) ? """{"data":[]}""" : Chunks.Completion)(context);

    private static async Task<JsonElement> HealthAsync(TestServer server) => (await server.GetJsonAsync("/api/weir/endpoints/health")).GetProperty("data")[0];

    private static async Task<bool> IsOpenAsync(TestServer server) => (await HealthAsync(server)).GetProperty("is_circuit_open").GetBoolean();

    private static async Task AskAsync(TestServer server, int times)
    {
        for (var request = 0; request < times; request++)
        {
            using var response = await server.ChatAsync(Request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static string Config(string routing, params FakeUpstream[] upstreams) =>
        TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)])
            .Replace("\"defaults\"", $"\"routing\": {{ {routing} }}, \"defaults\"", StringComparison.Ordinal);

    private Task<TestServer> StartAsync(string config) => TestServer.StartAsync(config, adjust: options => options with { Time = _time });
}

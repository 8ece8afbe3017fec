using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>Who is blamed for an answer that broke off and was gone on with, and who is asked to.</summary>
public sealed class ContinuationHealthTests
{
    private const string Request = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Count"}]}""";

    [Fact]
    public async Task AnswerGivenAgainInOtherWords_IsNoOutage_AndTheBreakIsOnlyItsOwnEndpoints()
    {
        await using var broken = await FakeUpstream.StartAsync(WordStream.CutAfter(40));
        await using var wilful = await FakeUpstream.StartAsync(
            FakeUpstream.Events(Chunks.Role, Chunks.Text("word1 word2 word3 word4 word5 and now for something else."), Chunks.Stop, Chunks.Usage, Chunks.Done));
        await using var server = await StartAsync(broken, wilful);

        using var response = await server.ChatAsync(Request);
        var (events, _) = await Sse.ReadAsync(response);

        Assert.Equal(502, events[^1].GetProperty("error").GetProperty("code").GetInt32());
        Assert.Contains("Acme 0 closed the connection", events[^1].GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal([1, 0], await FailuresAsync(server));
    }

    [Fact]
    public async Task EndpointWithAnOpenCircuit_IsAskedToGoOn_BeforeTheAnswerIsGivenUp()
    {
        var isDown = true;
        FakeUpstream? first = null;
        await using var shunned = first = await FakeUpstream.StartAsync(
            context => isDown ? FakeUpstream.Json(503, "{}")(context) : WordStream.GoOn(first!.Requests.Last().Body)(context));
        await using var broken = await FakeUpstream.StartAsync(
            context => isDown ? FakeUpstream.Events(Chunks.WholeAnswer)(context) : WordStream.CutAfter(40)(context));
        var time = new SteppedTime();
        await using var server = await StartAsync(time, shunned, broken);
        for (var request = 0; request < 3; request++)
        {
            using var failed = await server.ChatAsync(Request);
            _ = await Sse.ReadAsync(failed);
        }

        isDown = false;
        using var response = await server.ChatAsync(Request);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        var generation = await server.GenerationOfAsync(response);

        Assert.True(hasEnd);
        Assert.Equal(WordStream.Whole, Sse.Text(events));
        Assert.Equal(["Acme 1", "Acme 0"], generation.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("provider_name").GetString()));
    }

    private static async Task<IEnumerable<int>> FailuresAsync(TestServer server) =>
        (await server.GetJsonAsync("/api/weir/endpoints/health")).GetProperty("data").EnumerateArray().Select(row => row.GetProperty("failures_in_a_row").GetInt32());

    private static Task<TestServer> StartAsync(params FakeUpstream[] upstreams) => StartAsync(TimeProvider.System, upstreams);

    private static Task<TestServer> StartAsync(TimeProvider time, params FakeUpstream[] upstreams)
    {
        var config = TestServer.Config("", [.. upstreams.Select(upstream => upstream.BaseUrl)]);
        return TestServer.StartAsync(config[..config.LastIndexOf('}')] + """, "routing": { "mid_stream": "continue" } }""", adjust: options => options with { Time = time });
    }
}

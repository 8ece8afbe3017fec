using System.Diagnostics;
using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Keys, limits and prices are in memory: a request to a model reads nothing from the ledger's file.</summary>
public sealed class LedgerReadTests : IDisposable
{
    private const int WarmUp = 5;
    private const int Calls = 120;

    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
        Sample = (ref _) => ActivitySamplingResult.AllData,
    };

    public LedgerReadTests() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("full", false)]
    [InlineData("full", true)]
    [InlineData("governed", false)]
    [InlineData("governed", true)]
    public async Task Requests_WithEveryKindOfLimit_ReadNothing(string mode, bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        using var folder = new ListenedFolder();
        await using var server = await TestServer.StartAsync($$"""{{TestServer.Config("", upstream.BaseUrl).TrimEnd()[..^1]}}, "mode": "{{mode}}" }""", folder.Path);
        var key = await LimitedKeyAsync(server);
        await CallAsync(server, key, streamed, WarmUp);
        folder.Statements.Clear();

        await CallAsync(server, key, streamed, Calls);
        var heard = folder.Statements.ToArray();

        // It hears: every generation was written meanwhile.
        Assert.Equal(Calls, heard.Count(statement => statement.Sql.StartsWith("INSERT INTO generations", StringComparison.Ordinal)));
        Assert.DoesNotContain(heard, statement => statement.IsRead && statement.IsInARequest);

        // Nor does the writer read for them: what loops read beside the requests is far less often than once a request.
        foreach (var read in heard.Where(statement => statement.IsRead).GroupBy(statement => statement.Sql))
        {
            Assert.True(read.Count() < Calls, $"{read.Count()} times in {Calls} requests: {read.Key}");
        }
    }

    [Fact]
    public async Task ARequestThatReads_IsSeen()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        using var folder = new ListenedFolder();
        await using var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), folder.Path);
        using var answer = await server.ChatAsync("""{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""");
        folder.Statements.Clear();

        _ = await server.GenerationOfAsync(answer);

        Assert.Single(folder.Statements, statement => statement.IsRead && statement.IsInARequest && statement.Sql.Contains("FROM generations", StringComparison.Ordinal));
    }

    private static async Task CallAsync(TestServer server, string key, bool streamed, int calls)
    {
        var body = $$"""{"model":"acme/small","stream":{{(streamed ? "true" : "false")}},"max_tokens":5,"user":"u","session_id":"s","messages":[{"role":"user","content":"Hi"}]}""";
        for (var call = 0; call < calls; call++)
        {
            using var answer = await server.ChatAsync(body, key);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            _ = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    // A limit of its own, a budget of its workspace, a guardrail, and credits of the account.
    private static async Task<string> LimitedKeyAsync(TestServer server)
    {
        var made = await SendAsync(server, HttpMethod.Post, "/api/v1/keys", """{"name":"limited","limit":5,"limit_reset":"monthly"}""", 201);
        _ = await SendAsync(server, HttpMethod.Put, "/api/v1/workspaces/default/budgets/daily", """{"limit_usd":5}""", 200);
        var guardrail = await SendAsync(server, HttpMethod.Post, "/api/v1/guardrails", """{"name":"G","limit_usd":5,"reset_interval":"weekly","content_filters":[{"pattern":"secret","action":"redact"}]}""", 201);
        var path = $"/api/v1/guardrails/{guardrail.GetProperty("data").GetProperty("id").GetString()}/assignments/keys";
        _ = await SendAsync(server, HttpMethod.Post, path, $$"""{"key_hashes":["{{made.GetProperty("data").GetProperty("hash").GetString()}}"]}""", 200);
        _ = await SendAsync(server, HttpMethod.Post, "/api/weir/credits", """{"amount_usd":5}""", 201);
        return made.GetProperty("key").GetString()!;
    }

    private static async Task<System.Text.Json.JsonElement> SendAsync(TestServer server, HttpMethod method, string path, string body, int status)
    {
        using var answer = await server.SendAsync(method, path, server.ManagementKey, body);
        Assert.Equal(status, (int)answer.StatusCode);
        return await TestServer.ReadJsonAsync(answer);
    }
}

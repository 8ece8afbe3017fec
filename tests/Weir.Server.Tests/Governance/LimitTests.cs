using System.Net;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Limits of keys and budgets of workspaces, over the API and under concurrency.</summary>
public sealed class LimitTests
{
    private const string Chat = """{"model":"sim/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";

    // Dollars: the simulator takes 0.1 and 0.4 a million tokens.
    private static readonly decimal Hold = (Chat.Length * 0.0000001m) + (10 * 0.0000004m);

    [Fact]
    public async Task KeyLimit_UnderConcurrentRequests_IsNeverPassedAndLetsInWhatFits()
    {
        const int Fitting = 7;
        await using var server = await TestServer.StartAsync();
        var limit = (Hold * Fitting).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var key = await MakeKeyAsync(server, $$"""{"name":"raced","limit":{{limit}}}""");

        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => StatusAsync(server, key)));

        var usage = (await server.GetJsonAsync("/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();
        Assert.True(usage <= Hold * Fitting, $"{usage} of {limit}");
        Assert.True(statuses.Count(status => status == HttpStatusCode.OK) >= Fitting);
        Assert.All(statuses, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.PaymentRequired, $"{status}"));
        Assert.Contains(HttpStatusCode.PaymentRequired, statuses);
    }

    [Fact]
    public async Task KeyLimit_TooSmallForTheRequest_SaysWhatFits_AndThatFits()
    {
        await using var server = await TestServer.StartAsync();
        var limit = (Hold - (6 * 0.0000004m)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var key = await MakeKeyAsync(server, $$"""{"name":"small","limit":{{limit}}}""");

        using var refused = await server.ChatAsync(Chat, key);
        using var fitting = await server.ChatAsync(Chat.Replace("10", "4", StringComparison.Ordinal), key);

        Assert.Equal(HttpStatusCode.PaymentRequired, refused.StatusCode);
        Assert.Contains("You requested up to 10 tokens, but can only afford 4.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, fitting.StatusCode);
    }

    [Fact]
    public async Task Budget_OfAWorkspace_StopsItsKeysAndNoOthers_AlsoAfterARestart()
    {
        var folder = Directory.CreateTempSubdirectory("weir-budget-").FullName;
        try
        {
            string management, inference, key;
            await using (var server = await TestServer.StartAsync((string?)null, folder))
            {
                (management, inference) = (server.ManagementKey, server.InferenceKey);
                using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", management, """{"name":"Research","slug":"research"}""");
                var id = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString();
                using var set = await server.SendAsync(HttpMethod.Put, "/api/v1/workspaces/research/budgets/daily", management, """{"limit_usd":0.0001}""");
                Assert.Equal(HttpStatusCode.OK, set.StatusCode);
                key = await MakeKeyAsync(server, $$"""{"name":"theirs","workspace_id":"{{id}}"}""");

                Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, key));
                using var lowered = await server.SendAsync(HttpMethod.Put, "/api/v1/workspaces/research/budgets/daily", management, """{"limit_usd":0.000000001}""");
                await AssertExceededAsync(server, key);
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, inference));
            }

            await using var again = await TestServer.StartAsync((string?)null, folder);
            await AssertExceededAsync(again, key);
            using var removed = await again.SendAsync(HttpMethod.Delete, "/api/v1/workspaces/research/budgets/daily", management);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(again, key));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AssertExceededAsync(TestServer server, string key)
    {
        using var refused = await server.ChatAsync(Chat, key);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(
            "Workspace daily budget of $0.000000001 exceeded. Contact your org admin.",
            (await TestServer.ReadJsonAsync(refused)).GetProperty("error").GetProperty("message").GetString());
    }

    private static async Task<string> MakeKeyAsync(TestServer server, string body)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, body);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestServer server, string key)
    {
        using var answer = await server.ChatAsync(Chat, key);
        _ = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode;
    }
}

using System.Net;
using System.Text.Json;
using Weir.Server.Tests.Contract;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Keys;

/// <summary>The list of keys with its filters, and the key that a request is made with.</summary>
public sealed class KeyListTests
{
    private const string FreeChat = """{"model":"meta-llama/llama-3.1-8b-instruct:free","max_tokens":5,"messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task List_HasPagesOfAHundred_TheNewestFirst_WithoutDisabledOnes()
    {
        await using var server = await TestServer.StartAsync();
        for (var index = 0; index < 104; index++)
        {
            _ = await MakeAsync(server, $$"""{"name":"key-{{index}}"}""");
        }

        var disabled = await MakeAsync(server, """{"name":"off"}""");
        using var off = await server.SendAsync(HttpMethod.Patch, $"/api/v1/keys/{disabled}", server.ManagementKey, """{"disabled":true}""");
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);

        // Those that were made, and the one of the first start.
        Assert.Equal((100, 5), ((await NamesAsync(server, "")).Length, (await NamesAsync(server, "?offset=100")).Length));
        Assert.Equal("key-103", (await NamesAsync(server, ""))[0]);
        Assert.Equal("off", (await NamesAsync(server, "?include_disabled=true"))[0]);
        Assert.DoesNotContain("off", await NamesAsync(server, "?include_disabled=false"));
        Assert.Empty(await NamesAsync(server, "?offset=1000"));
    }

    [Theory]
    [InlineData("?offset=-5", "'offset' is '-5'")]
    [InlineData("?offset=ten", "'offset' is 'ten'")]
    [InlineData("?include_disabled=maybe", "'include_disabled' is 'maybe'")]
    [InlineData("?workspace_id=0198f000-0000-7000-8000-00000000ffff", "There is no workspace")]
    [InlineData("?workspace_id=none", "There is no workspace 'none'")]
    public async Task List_AskedWithWhatCannotBe_Is400(string query, string said)
    {
        await using var server = await TestServer.StartAsync();

        using var refused = await server.SendAsync(HttpMethod.Get, "/api/v1/keys" + query, server.ManagementKey);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(said, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/keys", "GET, POST")]
    [InlineData("POST", "/keys/abc", "DELETE, GET, PATCH")]
    [InlineData("DELETE", "/credits", "GET")]
    [InlineData("POST", "/workspaces/default/budgets/daily", "DELETE, GET, PUT")]
    [InlineData("GET", "/chat/completions", "POST")]
    public async Task MethodThatAnAddressDoesNotTake_Is405_WithThoseItTakes(string method, string path, string allowed)
    {
        await using var server = await TestServer.StartAsync();

        using var refused = await server.SendAsync(new HttpMethod(method), "/api/v1" + path, server.ManagementKey, method == "GET" ? null : "{}");
        using var asked = await server.SendAsync(HttpMethod.Options, "/api/v1" + path, server.ManagementKey);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.NoContent), (refused.StatusCode, asked.StatusCode));
        Assert.Equal((allowed, allowed), (string.Join(", ", refused.Content.Headers.Allow), string.Join(", ", asked.Content.Headers.Allow)));
        Assert.Equal(405, (await TestServer.ReadJsonAsync(refused)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task List_IsOfOneWorkspace_TheDefaultOneUnlessAnotherIsNamed()
    {
        await using var server = await TestServer.StartAsync();
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/workspaces", server.ManagementKey, """{"name":"Research","slug":"research"}""");
        var id = (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString();
        _ = await MakeAsync(server, $$"""{"name":"theirs","workspace_id":"{{id}}"}""");
        _ = await MakeAsync(server, """{"name":"ours"}""");

        Assert.Equal(["theirs"], await NamesAsync(server, $"?workspace_id={id}"));
        Assert.DoesNotContain("theirs", await NamesAsync(server, ""));
    }

    [Fact]
    public async Task CurrentKey_IsAsTheDocumentSays_ForBothKindsOfKeys()
    {
        var check = new ContractCheck(ContractDocument.Open());
        await using var server = await TestServer.StartAsync();
        foreach (var (key, isManagement) in ((string, bool)[])[(server.InferenceKey, false), (server.ManagementKey, true)])
        {
            using var answer = await server.SendAsync(HttpMethod.Get, "/api/v1/key", key);
            var data = JsonElement.Parse(await check.CheckAsync("get", "/key", "", answer)).GetProperty("data");

            foreach (var member in (string[])["label", "limit", "limit_remaining", "limit_reset", "include_byok_in_limit", "usage", "usage_daily", "usage_weekly", "usage_monthly",
                "byok_usage", "byok_usage_daily", "byok_usage_weekly", "byok_usage_monthly", "is_free_tier", "is_management_key", "is_provisioning_key", "creator_user_id", "rate_limit"])
            {
                Assert.True(data.TryGetProperty(member, out _), member);
            }

            Assert.Equal((isManagement, isManagement), (data.GetProperty("is_management_key").GetBoolean(), data.GetProperty("is_provisioning_key").GetBoolean()));
            Assert.Equal(-1, data.GetProperty("rate_limit").GetProperty("requests").GetInt32());
            Assert.True(data.GetProperty("is_free_tier").GetBoolean());
        }

        using var grant = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", server.ManagementKey, """{"amount_usd":1}""");
        Assert.False((await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("is_free_tier").GetBoolean());
        Assert.True(check.Violations.Count == 0, string.Join('\n', check.Violations));
    }

    [Fact]
    public async Task CurrentKey_SaysWhatIsLeftOfTheDaysFreeRequests()
    {
        await using var server = await TestServer.StartAsync("""{"limits":{"free":{"requests_per_day":3}}}""");
        Assert.Equal((3, 3, 0), await QuotaAsync(server));
        using var first = await server.ChatAsync(FreeChat);
        using var paid = await server.ChatAsync(FreeChat.Replace("meta-llama/llama-3.1-8b-instruct:free", "sim/small", StringComparison.Ordinal));
        Assert.Equal((3, 2, 1), await QuotaAsync(server));

        // It is one quota for all keys.
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"other"}""");
        var other = (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
        for (var index = 0; index < 3; index++)
        {
            using var more = await server.ChatAsync(FreeChat, other);
            Assert.Equal(index < 2 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, more.StatusCode);
        }

        Assert.Equal((3, 0, 3), await QuotaAsync(server));
    }

    private static async Task<(int Limit, int Remaining, int Used)> QuotaAsync(TestServer server)
    {
        var quota = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("free_model_daily_requests");
        return (quota.GetProperty("limit").GetInt32(), quota.GetProperty("remaining").GetInt32(), quota.GetProperty("used").GetInt32());
    }

    private static async Task<string[]> NamesAsync(TestServer server, string query) =>
        [.. (await server.GetJsonAsync("/api/v1/keys" + query, server.ManagementKey)).GetProperty("data").EnumerateArray().Select(key => key.GetProperty("name").GetString()!)];

    private static async Task<string> MakeAsync(TestServer server, string body)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, body);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("hash").GetString()!;
    }
}

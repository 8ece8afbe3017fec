using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Requests that are sent with a credential of the caller's own: which one, who pays, and who sees it.</summary>
public sealed class ByokRoutingTests
{
    private const string Own = "sk-own-canary-0123456789-of-the-caller";
    private const string Shared = "acme-secret-credential";
    private const string Chat = """{"model":"acme/small","max_tokens":20,"messages":[{"role":"user","content":"Hi"}]}""";

    // 1,000 x $0.000001 + 100 x $0.000002
    private const string Answer = """{"id":"up-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1000,"completion_tokens":100,"total_tokens":1100}}""";
    private const string List = "0.0012";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OwnKey_ComesFirst_IsNotCharged_AndIsOnRecordEverywhere(bool streamed)
    {
        await using var upstream = await FakeUpstream.StartAsync(streamed ? StreamAsync : FakeUpstream.Json(200, Answer));
        await using var server = await TestServer.StartAsync(upstream);
        await AddAsync(server, """{"provider":"acme0","key":"K"}""");
        var body = streamed ? Chat[..^1] + ",\"stream\":true}" : Chat;

        using var answer = await server.ChatAsync(body, null, ("X-OpenRouter-Metadata", "enabled"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var last = streamed ? (await Sse.DataAsync(answer)).Last(data => data.StartsWith('{')) : text;
        var closing = JsonElement.Parse(last);
        var usage = closing.GetProperty("usage");

        Assert.Equal($"Bearer {Own}", Assert.Single(upstream.Requests).Headers["Authorization"]);
        Assert.Equal(("0", true, List), (Raw(usage, "cost"), usage.GetProperty("is_byok").GetBoolean(), Raw(usage.GetProperty("cost_details"), "upstream_inference_cost")));
        Assert.True(closing.GetProperty("openrouter_metadata").GetProperty("is_byok").GetBoolean());
        var generation = await server.GenerationOfAsync(answer);
        Assert.Equal(("0", true, List), (Raw(generation, "usage"), generation.GetProperty("is_byok").GetBoolean(), Raw(generation, "upstream_inference_cost")));
        Assert.True(generation.GetProperty("provider_responses")[0].GetProperty("is_byok").GetBoolean());
        var key = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data");
        Assert.Equal(("0", List, List, List, List), (Raw(key, "usage"), Raw(key, "byok_usage"), Raw(key, "byok_usage_daily"), Raw(key, "byok_usage_weekly"), Raw(key, "byok_usage_monthly")));
        Assert.Equal("0", Raw((await server.GetJsonAsync("/api/v1/credits", server.ManagementKey)).GetProperty("data"), "total_usage"));
        Assert.DoesNotContain(Own, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnKeys_ThenTheServers_ThenFallbackOnes_AreTried_AndABadOneSpoilsNothing()
    {
        await using var upstream = await FakeUpstream.StartAsync(context => context.Request.Headers.Authorization.ToString() switch
        {
            "Bearer good-fallback-key-0001" => FakeUpstream.Json(200, Answer)(context),
            $"Bearer {Shared}" => FakeUpstream.Json(503, """{"error":{"message":"down"}}""")(context),
            var other => FakeUpstream.Json(401, $$"""{"error":{"message":"bad key {{other}}"}}""")(context),
        });
        await using var server = await TestServer.StartAsync(upstream);
        await AddAsync(server, """{"provider":"acme0","key":"good-fallback-key-0001","is_fallback":true}""");
        await AddAsync(server, """{"provider":"acme0","key":"K"}""");

        using var answer = await server.ChatAsync(Chat);
        var generation = await server.GenerationOfAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([$"Bearer {Own}", $"Bearer {Shared}", "Bearer good-fallback-key-0001"], upstream.Requests.Select(request => request.Headers["Authorization"]));
        Assert.Equal([(401, true), (503, false), (200, true)], generation.GetProperty("provider_responses").EnumerateArray().Select(attempt => (attempt.GetProperty("status").GetInt32(), attempt.GetProperty("is_byok").GetBoolean())));
        Assert.DoesNotContain(Own, generation.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnKey_ThatFailsForever_LeavesTheServersEndpointHealthy()
    {
        await using var upstream = await FakeUpstream.StartAsync(context => context.Request.Headers.Authorization == $"Bearer {Shared}"
            ? FakeUpstream.Json(200, Answer)(context)
            : FakeUpstream.Json(401, """{"error":{"message":"no such key"}}""")(context));
        await using var server = await TestServer.StartAsync(upstream);
        await AddAsync(server, """{"provider":"acme0","key":"K"}""");
        for (var i = 0; i < 12; i++)
        {
            using var answer = await server.ChatAsync(Chat);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(List, Raw((await TestServer.ReadJsonAsync(answer)).GetProperty("usage"), "cost"));
        }

        using var scraped = await server.SendAsync(HttpMethod.Get, "/metrics", server.ManagementKey);
        Assert.DoesNotContain(Own, await scraped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // After a few refusals the key waits until its pause is over, and requests go straight to the server's.
        Assert.True(upstream.Requests.Count(request => request.Headers["Authorization"] == $"Bearer {Own}") < 12);
        Assert.Equal(12, upstream.Requests.Count(request => request.Headers["Authorization"] == $"Bearer {Shared}"));
    }

    [Fact]
    public async Task OwnKey_IsNeverShown_WhateverTheProviderEchoes()
    {
        await using var upstream = await FakeUpstream.StartAsync(context => FakeUpstream.Json(400, $$"""{"error":{"message":"you sent {{context.Request.Headers.Authorization}} and {{Own}}"}}""")(context));
        var folder = Directory.CreateTempSubdirectory("weir-byok-").FullName;
        try
        {
            await using (var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), folder))
            {
                await AddAsync(server, """{"provider":"acme0","key":"K"}""");
                using var refused = await server.ChatAsync(Chat[..^1] + ",\"stream\":true,\"debug\":{\"echo_upstream_body\":true}}");
                Assert.DoesNotContain(Own, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                Assert.DoesNotContain(Own, (await server.GenerationOfAsync(refused)).GetRawText(), StringComparison.Ordinal);
                Assert.Equal($"Bearer {Own}", upstream.Requests.First().Headers["Authorization"]);
            }

            Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(Own, StringComparison.Ordinal));
            Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(Path.Combine(folder, "data"), out _)!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ProviderWithoutACredentialOfTheServers_ServesThoseWhoHaveOne_AndNobodyElse()
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Answer));
        var config = $$"""
            { "providers": { "mine": { "dialect": "openai", "base_url": "{{upstream.BaseUrl}}", "api_key_env": "MINE_KEY" } },
              "models": { "mine/small": { "endpoints": [ { "provider": "mine", "upstream_model": "small-1", "pricing": { "prompt": "0.000001", "completion": "0.000002" } } ] } },
              "byok": { "fee_percent": 5 } }
            """;
        await using var server = await TestServer.StartAsync(config);
        var chat = Chat.Replace("acme/small", "mine/small", StringComparison.Ordinal);
        var other = await MakeKeyAsync(server, """{"name":"other"}""");
        using (var unknown = await server.ChatAsync(chat))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        }

        var hash = (await server.GetJsonAsync("/api/v1/keys", server.ManagementKey)).GetProperty("data").EnumerateArray()
            .Single(key => key.GetProperty("name").GetString() != "other").GetProperty("hash").GetString();
        var id = await AddAsync(server, $$"""{"provider":"mine","key":"K","allowed_api_key_hashes":["{{hash}}"]}""");
        await Wait.UntilAsync(async () => (await server.ChatAsync(chat)).StatusCode == HttpStatusCode.OK, "the provider was not opened");
        using var answer = await server.ChatAsync(chat);
        Assert.Equal(("0.00006", List), (
            Raw((await TestServer.ReadJsonAsync(answer)).GetProperty("usage"), "cost"), Raw(await server.GenerationOfAsync(answer), "upstream_inference_cost")));
        using (var refused = await server.ChatAsync(chat, other))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var deleted = await server.SendAsync(HttpMethod.Delete, $"/api/v1/byok/{id}", server.ManagementKey);
        using var gone = await server.ChatAsync(chat);
        Assert.True(gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{gone.StatusCode}");
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 402)]
    public async Task KeyLimit_CountsOwnKeys_OnlyWhereItSaysSo_AlsoAfterARestart(bool include, int second)
    {
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Answer));
        var folder = Directory.CreateTempSubdirectory("weir-byok-").FullName;
        try
        {
            string key, management;
            await using (var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), folder))
            {
                management = server.ManagementKey;
                // Without the server's own endpoint there is nothing to hold for but the owned one.
                await AddAsync(server, """{"provider":"acme0","key":"K"}""");
                key = await MakeKeyAsync(server, $$"""{"name":"limited","limit":0.0013,"include_byok_in_limit":{{(include ? "true" : "false")}}}""");
                using var first = await server.ChatAsync(Chat, key);
                Assert.Equal(HttpStatusCode.OK, first.StatusCode);
                var shown = (await server.GetJsonAsync("/api/v1/key", key)).GetProperty("data");
                Assert.Equal(include ? "0.0001" : "0.0013", Raw(shown, "limit_remaining"));
                using var next = await server.ChatAsync(Chat, key);
                Assert.Equal(second, (int)next.StatusCode);
            }

            await using var again = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), folder);
            var kept = (await again.GetJsonAsync("/api/v1/key", key)).GetProperty("data");
            Assert.Equal(include ? (List, "0.0001") : ("0.0024", "0.0013"), (Raw(kept, "byok_usage_daily"), Raw(kept, "limit_remaining")));
            using var last = await again.ChatAsync(Chat, key);
            Assert.Equal(second, (int)last.StatusCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task StreamAsync(HttpContext context) => FakeUpstream.Events(
        """{"id":"up-1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hello"}}]}""",
        """{"id":"up-1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""",
        """{"id":"up-1","choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":100,"total_tokens":1100}}""",
        "[DONE]")(context);

    private static async Task<string> AddAsync(TestServer server, string body)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/byok", server.ManagementKey, body.Replace("\"K\"", $"\"{Own}\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("data").GetProperty("id").GetString()!;
    }

    private static async Task<string> MakeKeyAsync(TestServer server, string body)
    {
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, body);
        return (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
    }

    private static string Raw(JsonElement element, string name) => element.GetProperty(name).GetRawText();
}

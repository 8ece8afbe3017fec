using System.Globalization;
using System.Net;
using System.Text.Json;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>Charges that are given back: once, never more than they were, and seen at once by limits and the balance.</summary>
public sealed class RefundTests
{
    private const string Chat = """{"model":"sim/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Refund_RaisesTheBalance_AndLowersTheKeysUse_AlsoAfterARestart()
    {
        var folder = Directory.CreateTempSubdirectory("weir-refund-").FullName;
        try
        {
            string management, inference;
            decimal cost, part;
            await using (var server = await TestServer.StartAsync((string?)null, folder))
            {
                (management, inference) = (server.ManagementKey, server.InferenceKey);
                using var grant = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", management, """{"amount_usd":1}""");
                using var answer = await server.ChatAsync(Chat);
                var id = answer.Headers.GetValues("X-Generation-Id").Single();
                cost = (await TestServer.ReadJsonAsync(answer)).GetProperty("usage").GetProperty("cost").GetDecimal();
                part = decimal.Round(cost / 2, 9);

                var first = await RefundAsync(server, management, id, part, "one", HttpStatusCode.Created);
                Assert.Equal((cost - part, 1 - cost + part), (first.GetProperty("refundable").GetDecimal(), first.GetProperty("balance").GetDecimal()));
                Assert.Equal(("refund", id, "it was wrong"), (Text(first, "kind"), Text(first, "generation_id"), Text(first, "note")));
                _ = await RefundAsync(server, management, id, part, "one", HttpStatusCode.OK);
                _ = await RefundAsync(server, management, id, cost, "one", HttpStatusCode.Conflict);
                _ = await RefundAsync(server, management, id, cost, "two", HttpStatusCode.BadRequest);
                _ = await RefundAsync(server, management, "gen-unknown", null, "three", HttpStatusCode.NotFound);
                _ = await RefundAsync(server, management, id, null, null, HttpStatusCode.BadRequest);
                _ = await RefundAsync(server, inference, id, null, "four", HttpStatusCode.Forbidden);
                await AssertUsedAsync(server);
            }

            await using (var again = await TestServer.StartAsync((string?)null, folder))
            {
                await AssertUsedAsync(again);
            }

            Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(Path.Combine(folder, "data"), out _)!));

            async Task AssertUsedAsync(TestServer server)
            {
                var key = (await server.GetJsonAsync("/api/v1/key", inference)).GetProperty("data");
                Assert.Equal((cost - part, cost - part), (key.GetProperty("usage").GetDecimal(), key.GetProperty("usage_daily").GetDecimal()));
                Assert.Equal(cost - part, (await server.GetJsonAsync("/api/v1/credits", management)).GetProperty("data").GetProperty("total_usage").GetDecimal());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Refund_OfAWindowThatIsOpen_LetsTheKeyCallAgain()
    {
        await using var server = await TestServer.StartAsync();
        using var made = await server.SendAsync(HttpMethod.Post, "/api/v1/keys", server.ManagementKey, """{"name":"small","limit":0.0000127,"limit_reset":"daily"}""");
        var key = (await TestServer.ReadJsonAsync(made)).GetProperty("key").GetString()!;
        using var first = await server.ChatAsync(Chat, key);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await server.ChatAsync(Chat, key);
        Assert.Equal(HttpStatusCode.PaymentRequired, second.StatusCode);

        _ = await RefundAsync(server, server.ManagementKey, first.Headers.GetValues("X-Generation-Id").Single(), null, "k", HttpStatusCode.Created);

        using var third = await server.ChatAsync(Chat, key);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task CommandLine_GivesBack_WhichARunningServerHonoursWithinASecond()
    {
        var folder = Directory.CreateTempSubdirectory("weir-refund-").FullName;
        try
        {
            await using var server = await TestServer.StartAsync((string?)null, folder);
            using var answer = await server.ChatAsync(Chat);
            var id = answer.Headers.GetValues("X-Generation-Id").Single();
            var cost = (await TestServer.ReadJsonAsync(answer)).GetProperty("usage").GetProperty("cost").GetDecimal();
            var data = Path.Combine(folder, "data");

            var (exitCode, output, errors) = await WeirProcess.RunAsync("credits", "refund", id, "0.000000001", "--reason", "test", "--data", data);
            await Wait.UntilAsync(
                async () => (await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("usage").GetDecimal() == cost - 0.000000001m,
                "the server did not see the refund");
            var (tooMuch, _, refusal) = await WeirProcess.RunAsync("credits", "refund", id, "5", "--reason", "test", "--data", data);

            Assert.True(exitCode == 0, errors);
            Assert.StartsWith("balance: $", output, StringComparison.Ordinal);
            Assert.Equal(1, tooMuch);
            Assert.Contains("is more than can be given back", refusal, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Text(JsonElement refund, string name) => refund.GetProperty("data").GetProperty(name).GetString();

    private static async Task<JsonElement> RefundAsync(TestServer server, string key, string generation, decimal? amount, string? once, HttpStatusCode status)
    {
        var dollars = amount is { } value ? $",\"amount_usd\":{value.ToString(CultureInfo.InvariantCulture)}" : "";
        (string, string)[] headers = once is null ? [] : [("Idempotency-Key", once)];
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/weir/credits/refunds", key, $$"""{"generation_id":"{{generation}}","reason":"it was wrong"{{dollars}}}""", headers);
        var json = await TestServer.ReadJsonAsync(answer);
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {json}");
        return json;
    }
}

using System.Net;
using System.Text.Json;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary>The account over the API: grants, use, and what happens when it is used up.</summary>
public sealed class CreditTests
{
    private const string Chat = """{"model":"sim/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";
    private const string FreeChat = """{"model":"meta-llama/llama-3.1-8b-instruct:free","messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Credits_WithoutAGrant_ShowTheUseAndLimitNothing()
    {
        await using var server = await TestServer.StartAsync();
        using var answer = await server.ChatAsync(Chat);
        var cost = (await TestServer.ReadJsonAsync(answer)).GetProperty("usage").GetProperty("cost").GetRawText();

        var credits = (await server.GetJsonAsync("/api/v1/credits", server.ManagementKey)).GetProperty("data");

        Assert.Equal("0", credits.GetProperty("total_credits").GetRawText());
        Assert.Equal(cost, credits.GetProperty("total_usage").GetRawText());
    }

    [Fact]
    public async Task Credits_UsedUp_RefusePaidRequestsAndLetFreeOnesThrough_AlsoAfterARestart()
    {
        var folder = Directory.CreateTempSubdirectory("weir-credits-").FullName;
        try
        {
            string management, inference;
            await using (var server = await TestServer.StartAsync((string?)null, folder))
            {
                (management, inference) = (server.ManagementKey, server.InferenceKey);
                var granted = await GrantAsync(server, "0.00001", management);
                Assert.Equal("0.00001", granted.GetProperty("balance").GetRawText());
                Assert.Equal(HttpStatusCode.PaymentRequired, await StatusAsync(server, Chat, inference));
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, FreeChat, inference));
            }

            await using (var again = await TestServer.StartAsync((string?)null, folder))
            {
                using var refused = await again.ChatAsync(Chat, inference);
                Assert.Equal(HttpStatusCode.PaymentRequired, refused.StatusCode);
                Assert.Contains("can only afford", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                _ = await GrantAsync(again, "1.5", management);
                Assert.Equal(HttpStatusCode.OK, await StatusAsync(again, Chat, inference));
                var entries = (await again.GetJsonAsync("/api/weir/credits/entries", management)).GetProperty("data").EnumerateArray().ToArray();
                Assert.Equal(["charge", "grant", "grant"], entries.Select(entry => entry.GetProperty("kind").GetString()));
                Assert.StartsWith("sk-or-v1-", entries[1].GetProperty("actor").GetString(), StringComparison.Ordinal);
            }

            Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(Path.Combine(folder, "data"), out _)!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"amount_usd":0}""")]
    [InlineData("""{"amount_usd":-1}""")]
    [InlineData("""{"amount_usd":"5"}""")]
    public async Task Grant_OfNoAmount_Is400(string body)
    {
        await using var server = await TestServer.StartAsync();

        using var answer = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", server.ManagementKey, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Credits_AreForManagementKeysAlone()
    {
        await using var server = await TestServer.StartAsync();

        using var shown = await server.SendAsync(HttpMethod.Get, "/api/v1/credits", server.InferenceKey);
        using var granted = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", server.InferenceKey, """{"amount_usd":5}""");
        using var coinbase = await server.SendAsync(HttpMethod.Post, "/api/v1/credits/coinbase", key: null, body: """{"amount":100}""");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Gone), (shown.StatusCode, granted.StatusCode, coinbase.StatusCode));
    }

    [Fact]
    public async Task CommandLine_AddsCredits_WhichARunningServerHonoursWithinASecond()
    {
        var folder = Directory.CreateTempSubdirectory("weir-cli-").FullName;
        try
        {
            await using var server = await WeirProcess.ServeAsync(folder);

            var (exitCode, output, errors) = await WeirProcess.RunAsync("credits", "add", "25.50", "--note", "first", "--data", folder);
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            var (doctorCode, diagnosis, _) = await WeirProcess.RunAsync("doctor", "--data", folder, "--urls", "http://127.0.0.1:0");

            Assert.True(exitCode == 0, errors);
            Assert.Equal("balance: $25.5\n", output);
            Assert.Contains("entries agree with every other sum; $0 used, $25.5 granted, balance $25.5", diagnosis, StringComparison.Ordinal);
            Assert.Equal(0, doctorCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("much")]
    public async Task CommandLine_NoAmount_SaysSo(string amount)
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var (exitCode, _, errors) = await WeirProcess.RunAsync("credits", "add", "--data", folder, "--", amount);

        Assert.Equal(1, exitCode);
        Assert.Contains("USD must be a number of US dollars above 0", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<JsonElement> GrantAsync(TestServer server, string dollars, string key)
    {
        using var answer = await server.SendAsync(HttpMethod.Post, "/api/weir/credits", key, $$"""{"amount_usd":{{dollars}},"note":"test"}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await TestServer.ReadJsonAsync(answer);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestServer server, string body, string key)
    {
        using var answer = await server.ChatAsync(body, key);
        _ = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode;
    }
}

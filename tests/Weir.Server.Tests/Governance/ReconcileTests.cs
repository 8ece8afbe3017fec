using System.Globalization;
using System.Text.Json;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Governance;

/// <summary><c>weir reconcile</c>: a bill beside the ledger, from the data folder and from a running server.</summary>
public sealed class ReconcileTests
{
    private const string Chat = """{"model":"sim/small","max_tokens":10,"messages":[{"role":"user","content":"Hi"}]}""";

    [Fact]
    public async Task Bill_OfWhatWasCharged_IsEqual_AndOneThatDiffersIsShown()
    {
        var folder = Directory.CreateTempSubdirectory("weir-bill-").FullName;
        try
        {
            await using var server = await TestServer.StartAsync((string?)null, folder);
            using var first = await server.ChatAsync(Chat);
            using var second = await server.ChatAsync(Chat);
            var usage = (await TestServer.ReadJsonAsync(first)).GetProperty("usage");
            var cost = usage.GetProperty("cost").GetDecimal() * 2;
            var (prompt, completion) = (usage.GetProperty("prompt_tokens").GetInt64() * 2, usage.GetProperty("completion_tokens").GetInt64() * 2);
            var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var file = Path.Combine(folder, "bill.csv");
            var data = Path.Combine(folder, "data");
            var bill = string.Create(CultureInfo.InvariantCulture, $"date,model,requests,prompt_tokens,completion_tokens,cost\n{day},small,2,{prompt},{completion},{cost}\n");

            var equal = await RunAsync(bill);
            var wrong = await RunAsync(bill.Replace($",{cost.ToString(CultureInfo.InvariantCulture)}", ",1", StringComparison.Ordinal));
            var tolerated = await RunAsync(bill.Replace($",{cost.ToString(CultureInfo.InvariantCulture)}", ",1", StringComparison.Ordinal), "--tolerance", "1");
            var counted = await RunAsync(bill.Replace(",2,", ",3,", StringComparison.Ordinal));
            var unread = await RunAsync(bill.Replace(",2,", ",\"1,002\",", StringComparison.Ordinal));
            var other = await RunAsync(bill, "--provider", "Nobody");
            var none = await WeirProcess.RunAsync("reconcile", Path.Combine(folder, "missing.csv"), "--data", data);
            var remote = await WeirProcess.RunWithAsync(("WEIR_MANAGEMENT_KEY", server.ManagementKey), "reconcile", file, "--json", "--server", server.Address.ToString());

            Assert.True(equal.ExitCode == 0, equal.Errors + equal.Output);
            Assert.StartsWith($"{day} to {day}: 1 days and models, 0 differ; bill $", equal.Output, StringComparison.Ordinal);
            Assert.Equal((1, 0, 1, 2, 1, 2), (wrong.ExitCode, tolerated.ExitCode, counted.ExitCode, unread.ExitCode, other.ExitCode, none.ExitCode));
            Assert.Contains("sim/small", wrong.Output, StringComparison.Ordinal);
            Assert.Contains("without separators", unread.Errors, StringComparison.Ordinal);
            var report = JsonElement.Parse(remote.Output);
            Assert.Equal((0, true, cost, cost, 0m), (
                remote.ExitCode, report.GetProperty("equal").GetBoolean(), report.GetProperty("bill_usd").GetDecimal(), report.GetProperty("ours_usd").GetDecimal(), report.GetProperty("difference_usd").GetDecimal()));
            Assert.Equal("sim/small", Assert.Single(report.GetProperty("rows").EnumerateArray()).GetProperty("model").GetString());

            async Task<(int ExitCode, string Output, string Errors)> RunAsync(string text, params string[] more)
            {
                await File.WriteAllTextAsync(file, text);
                var result = await WeirProcess.RunAsync(["reconcile", file, "--data", data, .. more]);
                await File.WriteAllTextAsync(file, bill);
                return result;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

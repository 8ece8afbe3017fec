using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>What the kernel saw: the charge is on the disk before the last byte of the answer leaves.</summary>
public sealed partial class SyncOrderTests
{
    private const string Request = """{"model":"sim/small","stream":true,"max_tokens":12,"messages":[{"role":"user","content":"Count to three"}]}""";

    [Fact]
    public async Task Disk_TheSyncOfTheLedgerReturnsBeforeTheEndOfTheStreamIsSent()
    {
        var folder = Directory.CreateTempSubdirectory("weir-sync-").FullName;
        try
        {
            var log = Path.Combine(folder, "calls.txt");
            await RequireTracingAsync(log);
            await using var server = await WeirProcess.ServeTracedAsync(log, Path.Combine(folder, "data"));
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.InferenceKey);
            using var response = await client.PostAsync(new Uri(server.Address, "/api/v1/chat/completions"), new StringContent(Request, Encoding.UTF8, "application/json"));
            Assert.EndsWith("data: [DONE]\n\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            string[] calls = [];
            await Wait.UntilAsync(async () => Array.Exists(calls = await File.ReadAllLinesAsync(log), IsEndOfStream), "The end of the stream was not seen to be sent.");

            // The simulator, in the same process, ends its answer with the same mark: what the gateway waits for comes after that.
            var ended = Array.FindIndex(calls, IsEndOfStream);
            var answered = Array.FindLastIndex(calls, ended - 1, IsEndOfUpstream);
            Assert.True(answered >= 0, "The simulator's answer was not seen.");
            Assert.True(SyncsOfLedger(calls[answered..ended]) > 0, $"No sync of weir.db returned before: {calls[ended]}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsEndOfStream(string call) => call.Contains("[DONE]", StringComparison.Ordinal) && call.Contains("gen-", StringComparison.Ordinal);

    private static bool IsEndOfUpstream(string call) => call.Contains("[DONE]", StringComparison.Ordinal) && !call.Contains("gen-", StringComparison.Ordinal);

    // A call that another thread's came between is logged in two lines, and only the first names the file.
    private static int SyncsOfLedger(string[] calls)
    {
        var begun = new HashSet<string>(StringComparer.Ordinal);
        var synced = 0;
        foreach (var call in calls.Select(call => Sync().Match(call)).Where(call => call.Success))
        {
            var thread = call.Groups["thread"].Value;
            if (call.Groups["begun"].Success)
            {
                _ = begun.Add(thread);
            }
            else if (call.Groups["whole"].Success || begun.Remove(thread))
            {
                synced++;
            }
        }

        return synced;
    }

    private static async Task RequireTracingAsync(string log)
    {
        try
        {
            using var tracer = Process.Start(new ProcessStartInfo("strace", ["-o", log, "true"]) { RedirectStandardError = true, UseShellExecute = false })!;
            await tracer.WaitForExitAsync();
            Assert.SkipUnless(tracer.ExitCode == 0, "strace may not look at processes here, so the order of system calls cannot be seen.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("strace is not installed, so the order of system calls cannot be seen.");
        }
    }

    [GeneratedRegex(@"^(?<thread>\d+) +((fsync|fdatasync)\(\d+<[^>]*weir\.db-wal>((?<begun> <unfinished)|(?<whole>\)\s+= 0$))|<\.\.\. (fsync|fdatasync) resumed>\)\s+= 0$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Sync();
}

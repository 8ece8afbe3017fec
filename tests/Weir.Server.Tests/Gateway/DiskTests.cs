using System.Net;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>A disk that is full or read-only: nothing is served unrecorded, unless the operator wants it, and no restart is needed afterwards.</summary>
public sealed class DiskTests
{
    private const int Megabytes = 24;

    // What the write-ahead log has room for already may still be recorded on a full disk.
    private const int MostThatStillFit = 500;

    private const string Request = """{"model":"acme/small","messages":[{"role":"user","content":"Hi"}]}""";

    private static string Streamed => Request[..^1] + ",\"stream\":true}";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FullDisk_RefusesWithoutAskingTheProvider_AndRecovers(bool stream)
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var upstream = await FakeUpstream.StartAsync(stream ? FakeUpstream.Events(Chunks.WholeAnswer) : FakeUpstream.Json(200, Chunks.Completion));
        await using (var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), disk.Folder))
        {
            disk.Fill();
            var first = await UntilWithheldAsync(server, stream);
            disk.Fill();
            var asked = upstream.Requests.Count;
            using var next = await server.ChatAsync(stream ? Streamed : Request);
            using var ready = await server.SendAsync(HttpMethod.Get, "/readyz", key: null);
            using var alive = await server.SendAsync(HttpMethod.Get, "/healthz", key: null);

            Assert.Contains("Records cannot be stored right now", first, StringComparison.Ordinal);
            Assert.DoesNotContain("[DONE]", first.Split("Records cannot be stored")[0], StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, next.StatusCode);
            Assert.Equal("1", next.Headers.GetValues("Retry-After").Single());
            Assert.Equal(asked, upstream.Requests.Count);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.StatusCode, alive.StatusCode));

            disk.Free();
            await Wait.UntilAsync(async () => (await server.SendAsync(HttpMethod.Get, "/readyz", key: null)).IsSuccessStatusCode, "The server did not serve again.");
            using var again = await server.ChatAsync(stream ? Streamed : Request);
            _ = await again.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            _ = await server.GenerationOfAsync(again);
        }

        Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(Path.Combine(disk.Folder, "data"), out _)!));
    }

    // It began while there was room, and cannot be recorded when it ends.
    [Fact]
    public async Task DiskThatFillsDuringAStream_EndsItWithAnError_AndChargesNothing()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var streams = 0;
        await using var upstream = await FakeUpstream.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref streams) > 1)
            {
                await FakeUpstream.Json(200, Chunks.Completion)(context);
                return;
            }

            await FakeUpstream.Events(Chunks.Role, Chunks.Text("Hello"))(context);
            await gate.Task.WaitAsync(context.RequestAborted);
            await FakeUpstream.Events(Chunks.Text(" world"), Chunks.Stop, Chunks.Usage, Chunks.Done)(context);
        });
        await using (var server = await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), disk.Folder))
        {
            using var answer = await server.ChatAsync(Streamed);
            disk.Fill();
            _ = await UntilWithheldAsync(server, stream: false);
            disk.Fill();
            gate.SetResult();
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(" world", text, StringComparison.Ordinal);
            Assert.Contains("Records cannot be stored right now", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"usage\"", text, StringComparison.Ordinal);

            disk.Free();
            await Wait.UntilAsync(async () => (await server.SendAsync(HttpMethod.Get, "/readyz", key: null)).IsSuccessStatusCode, "The server did not serve again.");
            using var lost = await server.SendAsync(HttpMethod.Get, $"/api/v1/generation?id={answer.Headers.GetValues("X-Generation-Id").Single()}", server.InferenceKey);
            Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
            var key = (await server.GetJsonAsync("/api/v1/key")).GetProperty("data").GetProperty("usage").GetRawText();
            Assert.Equal(key, (await server.GetJsonAsync("/api/v1/credits", server.ManagementKey)).GetProperty("data").GetProperty("total_usage").GetRawText());
        }

        Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(Path.Combine(disk.Folder, "data"), out _)!));
    }

    [Fact]
    public async Task FullDisk_ServingUnrecorded_AnswersAndCounts()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        var config = $$"""{{TestServer.Config("", upstream.BaseUrl)[..^1]}}, "ledger": { "on_failure": "serve" } }""";
        await using var server = await TestServer.StartAsync(config, disk.Folder);
        disk.Fill();

        for (var served = 0; !(await MetricsAsync(server)).Contains("weir_gateway_answers_unrecorded", StringComparison.Ordinal); served++)
        {
            Assert.True(served < MostThatStillFit, "A full disk went on to take records.");
            using var response = await server.ChatAsync(Request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            disk.Fill();
        }

        using var ready = await server.SendAsync(HttpMethod.Get, "/readyz", key: null);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        disk.Free();
    }

    [Fact]
    public async Task ReadOnlyFolder_AtTheStart_IsSaidWithTheFix()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var upstream = await FakeUpstream.StartAsync(FakeUpstream.Json(200, Chunks.Completion));
        await (await TestServer.StartAsync(TestServer.Config("", upstream.BaseUrl), disk.Folder)).DisposeAsync();
        await disk.SetReadOnlyAsync(readOnly: true);

        var failure = await Assert.ThrowsAsync<IOException>(() => TestServer.StartAsync(config: null, disk.Folder));
        await disk.SetReadOnlyAsync(readOnly: false);
        await (await TestServer.StartAsync(config: null, disk.Folder)).DisposeAsync();

        Assert.Contains("cannot be written", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Make it writable", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> UntilWithheldAsync(TestServer server, bool stream)
    {
        for (var tries = 0; tries < MostThatStillFit; tries++)
        {
            using var response = await server.ChatAsync(stream ? Streamed : Request);
            var text = await response.Content.ReadAsStringAsync();
            if (!text.Contains(stream ? "[DONE]" : "\"cost\"", StringComparison.Ordinal) || text.Contains("\"error\"", StringComparison.Ordinal))
            {
                Assert.Equal(stream ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, response.StatusCode);
                return text;
            }
        }

        throw new TimeoutException("A full disk went on to take records.");
    }

    private static async Task<string> MetricsAsync(TestServer server)
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/metrics", key: null);
        return await response.Content.ReadAsStringAsync();
    }
}

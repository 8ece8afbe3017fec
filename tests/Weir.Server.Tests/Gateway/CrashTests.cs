using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>kill -9 under load: whatever a client was told is there after the restart, once.</summary>
public sealed class CrashTests
{
    private const string Request = """{"model":"sim/small","stream":true,"max_tokens":12,"messages":[{"role":"user","content":"Count to three"}]}""";
    private const int ChatWorkers = 6;
    private const int SpanWorkers = 2;

    private static int Rounds => Environment.GetEnvironmentVariable("WEIR_LONG") == "1" ? 25 : 3;

    [Fact]
    public async Task Kill_UnderLoad_LosesNothingThatWasAcknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("weir-crash-").FullName;
        var random = new Random(20261122);
        var acknowledged = new Acknowledged();
        var key = "";
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var server = await WeirProcess.ServeAsync(folder);
                key = server.InferenceKey.Length > 0 ? server.InferenceKey : key;
                await LoadAsync(server, key, acknowledged, TimeSpan.FromMilliseconds(random.Next(100, 1500)));
            }

            await using var after = await WeirProcess.ServeAsync(folder);
            await CheckAsync(after, key, acknowledged, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LoadAsync(WeirProcess server, string key, Acknowledged acknowledged, TimeSpan life)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        var workers = Enumerable.Range(0, ChatWorkers).Select(_ => UntilDeadAsync(() => ChatAsync(invoker, server.Address, key, acknowledged)))
            .Concat(Enumerable.Range(0, SpanWorkers).Select(_ => UntilDeadAsync(() => SendSpanAsync(invoker, server.Address, key, acknowledged))))
            .ToArray();

        // Dead in the middle of work, not before the first answer.
        var before = acknowledged.Charges.Count;
        for (var tries = 0; tries < 1500 && acknowledged.Charges.Count == before; tries++)
        {
            await Task.Delay(20);
        }

        await Task.Delay(life);
        await server.KillAsync();
        await Task.WhenAll(workers);
    }

    private static async Task UntilDeadAsync(Func<Task> work)
    {
        try
        {
            while (true)
            {
                await work();
            }
        }
        catch (Exception dead) when (dead is HttpRequestException or IOException)
        {
            // The server was killed: what was under way was never acknowledged.
        }
    }

    private static async Task ChatAsync(HttpMessageInvoker invoker, Uri address, string key, Acknowledged acknowledged)
    {
        using var response = await SendAsync(invoker, new Uri(address, "/api/v1/chat/completions"), key, Request);
        var (events, hasEnd) = await Sse.ReadAsync(response);
        if (hasEnd)
        {
            acknowledged.Charges[events[^1].GetProperty("id").GetString()!] = events[^1].GetProperty("usage").GetProperty("cost").GetDecimal();
        }
    }

    private static async Task SendSpanAsync(HttpMessageInvoker invoker, Uri address, string key, Acknowledged acknowledged)
    {
        var trace = Guid.CreateVersion7().ToString("N");
        var span = trace[16..];
        var body = $$$"""{"resourceSpans":[{"resource":{"attributes":[{"key":"openinference.project.name","value":{"stringValue":"crash"}}]},"scopeSpans":[{"spans":[{"traceId":"{{{trace}}}","spanId":"{{{span}}}","name":"s","kind":1,"startTimeUnixNano":"1700000000000000000","endTimeUnixNano":"1700000000000000001"}]}]}]}""";
        using var response = await SendAsync(invoker, new Uri(address, "/v1/traces"), key, body);
        if (response.IsSuccessStatusCode)
        {
            acknowledged.Spans.Add(span);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker, Uri address, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await invoker.SendAsync(request, CancellationToken.None);
    }

    private static async Task CheckAsync(WeirProcess server, string key, Acknowledged acknowledged, string folder)
    {
        Assert.NotEmpty(acknowledged.Charges);
        Assert.NotEmpty(acknowledged.Spans);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        foreach (var (id, cost) in acknowledged.Charges)
        {
            var generation = await GetAsync(invoker, server.Address, $"/api/v1/generation?id={id}", key);
            Assert.Equal(cost, generation.GetProperty("data").GetProperty("total_cost").GetDecimal());
        }

        var usage = (await GetAsync(invoker, server.Address, "/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();
        await server.KillAsync();

        // The balance is the sum of its entries, each generation charged once.
        Assert.Equal(Scalar(folder, "weir.db", "SELECT -SUM(nanos) FROM entries"), (long)(usage * 1_000_000_000m));
        Assert.True(usage >= acknowledged.Charges.Values.Sum());
        Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(folder, out _)!));

        // Every generation has its span, made again from the record where the crash came first; every acknowledged span is there.
        var spans = Scalar(folder, "traces.db", "SELECT COUNT(*) FROM spans");
        Assert.True(spans >= Scalar(folder, "weir.db", "SELECT COUNT(*) FROM generations") + acknowledged.Spans.Count);
    }

    private static async Task<JsonElement> GetAsync(HttpMessageInvoker invoker, Uri address, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await TestServer.ReadJsonAsync(response);
    }

    private static long Scalar(string folder, string file, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private sealed class Acknowledged
    {
        public ConcurrentDictionary<string, decimal> Charges { get; } = new();
        public ConcurrentBag<string> Spans { get; } = [];
    }
}

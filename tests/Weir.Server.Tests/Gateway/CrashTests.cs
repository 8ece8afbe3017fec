using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Server.Tests.Gateway;

/// <summary>kill -9 under load: whatever a client was told is there after the restart, once.</summary>
public sealed partial class CrashTests
{
    private const int CallWorkers = 6;
    private const int SpanWorkers = 2;
    private const int RoundsBetweenChecks = 50;

    // What a caller may take an answer of each kind for whole by.
    private static readonly (string Path, string Body, string LastWords)[] Calls =
    [
        ("/api/v1/chat/completions", """{"model":"acme/stream","stream":true,"max_tokens":12,"messages":[{"role":"user","content":"Count to three"}]}""", "data: [DONE]\n\n"),
        ("/api/v1/chat/completions", """{"model":"acme/small","max_tokens":12,"messages":[{"role":"user","content":"Count to three"}]}""", "}"),
        ("/api/v1/messages", """{"model":"acme/stream","stream":true,"max_tokens":12,"messages":[{"role":"user","content":"Count to three"}]}""", "\"type\":\"message_stop\""),
        ("/api/v1/responses", """{"model":"acme/stream","stream":true,"max_output_tokens":16,"input":"Count to three"}""", "\"type\":\"response.completed\""),
        ("/api/v1/embeddings", """{"model":"acme/embedding","input":"three"}""", "}"),
    ];

    private static int Rounds => Environment.GetEnvironmentVariable("WEIR_LONG") == "1" ? 1_000 : 20;

    [Fact]
    public async Task Kill_UnderLoad_LosesNothingThatWasAcknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("weir-crash-").FullName;
        await using var upstream = await CrashUpstream.StartAsync();
        var config = Path.Combine(folder, "weir.json");
        await File.WriteAllTextAsync(config, CrashUpstream.Config(upstream), TestContext.Current.CancellationToken);
        var random = new Random(20261122);
        var acknowledged = new Acknowledged();
        var key = "";
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await using var server = await WeirProcess.ServeAsync(folder, "--config", config);
                key = server.InferenceKey.Length > 0 ? server.InferenceKey : key;
                await LoadAsync(server, key, acknowledged, TimeSpan.FromMilliseconds(random.Next(10, 900)));
                if ((round + 1) % RoundsBetweenChecks == 0 || round + 1 == Rounds)
                {
                    await using var after = await WeirProcess.ServeAsync(folder, "--config", config);
                    await CheckAsync(after, key, acknowledged, folder);
                    TestContext.Current.SendDiagnosticMessage("{0} kills: {1} answers and {2} spans that were acknowledged are all there, once.", round + 1, acknowledged.Charges.Count, acknowledged.Spans.Count);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task LoadAsync(WeirProcess server, string key, Acknowledged acknowledged, TimeSpan life)
    {
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        var workers = Enumerable.Range(0, CallWorkers).Select(worker => UntilDeadAsync(turn => CallAsync(invoker, server.Address, key, Calls[(worker + turn) % Calls.Length], acknowledged)))
            .Concat(Enumerable.Range(0, SpanWorkers).Select(_ => UntilDeadAsync(_ => SendSpanAsync(invoker, server.Address, key, acknowledged))))
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

    private static async Task UntilDeadAsync(Func<int, Task> work)
    {
        try
        {
            for (var turn = 0; ; turn++)
            {
                await work(turn);
            }
        }
        catch (Exception dead) when (dead is HttpRequestException or IOException)
        {
            // The server was killed: what was under way was never acknowledged.
        }
    }

    private static async Task CallAsync(HttpMessageInvoker invoker, Uri address, string key, (string Path, string Body, string LastWords) call, Acknowledged acknowledged)
    {
        using var response = await SendAsync(invoker, new Uri(address, call.Path), key, call.Body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        if (text.Contains(call.LastWords, StringComparison.Ordinal))
        {
            acknowledged.Charges[response.Headers.GetValues("X-Generation-Id").Single()] = decimal.Parse(CostIn().Match(text).Groups["cost"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
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
        foreach (var (id, cost) in acknowledged.Charges.Where(charge => !acknowledged.Checked.Contains(charge.Key)))
        {
            _ = acknowledged.Checked.Add(id);
            var generation = await GetAsync(invoker, server.Address, $"/api/v1/generation?id={id}", key);
            Assert.Equal(cost, generation.GetProperty("data").GetProperty("total_cost").GetDecimal());
        }

        var usage = (await GetAsync(invoker, server.Address, "/api/v1/key", key)).GetProperty("data").GetProperty("usage").GetDecimal();
        await server.KillAsync();

        // The balance is the sum of its entries, each generation charged once.
        Assert.Equal(Scalar(folder, "weir.db", "SELECT -SUM(nanos) FROM entries"), (long)(usage * 1_000_000_000m));
        Assert.True(usage >= acknowledged.Charges.Values.Sum());
        Assert.Equal(0, Scalar(folder, "weir.db", "SELECT COUNT(*) - COUNT(DISTINCT generation_id) FROM entries WHERE generation_id IS NOT NULL"));
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

    [GeneratedRegex(@"""cost"":(?<cost>[0-9.eE-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex CostIn();

    private sealed class Acknowledged
    {
        public ConcurrentDictionary<string, decimal> Charges { get; } = new();
        public HashSet<string> Checked { get; } = [];
        public ConcurrentBag<string> Spans { get; } = [];
    }
}

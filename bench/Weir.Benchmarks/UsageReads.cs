using System.Diagnostics;
using System.Globalization;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Benchmarks;

/// <summary>How long sums over many generations take, how long it takes to make them quick, and whether either keeps a charge waiting.</summary>
internal static class UsageReads
{
    private const int Step = 200;
    private const int AtOnce = 512;
    private const int Settlements = 2_000;

    private static readonly DateTimeOffset Start = new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(30);

    public static async Task PrintAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("weir-usage-");
        try
        {
            await using var ledger = SqliteLedgerStore.Open(folder.FullName, Durability.Os, TimeSpan.FromSeconds(60));
            var filling = Stopwatch.GetTimestamp();
            await FillAsync(ledger, count);
            Print($"{count:N0} generations of 30 days written in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0.0} s; {Megabytes(folder)} MB");
            await PrintReadsAsync(ledger, "before the sums by hour");
            await RollUpAsync(ledger, count);
            Print($"file with the sums: {Megabytes(folder)} MB");
            await PrintReadsAsync(ledger, "with them");
            await PrintSettlementsAsync(ledger, "alone", _ => Task.CompletedTask);
            await PrintSettlementsAsync(ledger, "while sums are read", token => ReadAsync(ledger, token));
            await PrintSettlementsAsync(ledger, "while generations are listed by user", token => ReadFineAsync(ledger, token));
            await PrintSettlementsAsync(ledger, "while sums are added to", token => AddAsync(ledger, token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(SqliteLedgerStore ledger, int count)
    {
        var random = new Random(1);
        for (var done = 0; done < count; done += AtOnce)
        {
            var rows = Enumerable.Range(done, Math.Min(AtOnce, count - done)).Select(index => Make(random, $"gen-{index}", Start + (Span * ((double)index / count))));
            await Task.WhenAll(rows.Select(row => SettleAsync(ledger, row)));
        }
    }

    private static Task SettleAsync(SqliteLedgerStore ledger, GenerationRow row) => ledger.SettleAsync(row, UtcWindows.Day(row.CreatedAt)).AsTask();

    private static async Task RollUpAsync(SqliteLedgerStore ledger, int count)
    {
        var steps = new List<double>();
        var all = Stopwatch.GetTimestamp();
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            if (await ledger.Usage.RollUpAsync(Step, CancellationToken.None) == 0)
            {
                break;
            }

            steps.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        steps.Sort();
        Print($"{count:N0} added to the sums in {Stopwatch.GetElapsedTime(all).TotalSeconds:0.0} s");
        Print($"a step of {Step}: median {steps[steps.Count / 2]:0.0} ms, p99 {steps[steps.Count * 99 / 100]:0.0} ms");
    }

    private static async Task PrintReadsAsync(SqliteLedgerStore ledger, string when)
    {
        foreach (var (name, query) in Queries())
        {
            var times = new List<double>();
            var rows = 0;
            for (var round = 0; round < 5; round++)
            {
                var started = Stopwatch.GetTimestamp();
                rows = (await ledger.Usage.ReadUsageAsync(query, CancellationToken.None)).Count;
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Sort();
            Print($"| {name} | {when} | {rows:N0} | {times[times.Count / 2]:0} |");
        }
    }

    private static IEnumerable<(string Name, UsageQuery Query)> Queries()
    {
        var month = new UsageQuery { From = Start, Until = Start + Span, Limit = 100_000 };
        yield return ("total of 30 days", month);
        yield return ("by model and day", month with { By = [UsageDimension.Model], Granularity = UsageGranularity.Day });
        var provider = new UsageFilter(UsageDimension.Provider, UsageOperator.Equal, ["Provider 1"]);
        yield return ("by key and model, one provider", month with { By = [UsageDimension.Key, UsageDimension.Model], Filters = [provider] });
        yield return ("by hour", month with { Granularity = UsageGranularity.Hour });
        yield return ("percentiles of latency and throughput by model", month with { By = [UsageDimension.Model], Times = [UsageTime.Latency, UsageTime.Throughput] });
        var dearest = new UsageOrder(UsageMeasure.Charged, Descending: true);
        yield return ("top 10 of 50,000 end users", month with { By = [UsageDimension.ExternalUser], Order = dearest, Limit = 10 });
        yield return ("one day by minute", month with { From = Start.AddDays(3), Until = Start.AddDays(4), Granularity = UsageGranularity.Minute });
    }

    private static async Task PrintSettlementsAsync(SqliteLedgerStore ledger, string when, Func<CancellationToken, Task> beside)
    {
        var random = new Random(when.Length);
        using var stop = new CancellationTokenSource();
        var other = beside(stop.Token);
        var times = new List<double>();
        for (var index = 0; index < Settlements; index++)
        {
            var started = Stopwatch.GetTimestamp();
            await SettleAsync(ledger, Make(random, $"gen-{when}-{index}", Start + Span));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        await stop.CancelAsync();
        await other;
        times.Sort();
        Print($"| a charge, {when} | {times[times.Count / 2]:0.00} | {times[times.Count * 99 / 100]:0.00} | {times[^1]:0.00} |");
    }

    private static async Task ReadAsync(SqliteLedgerStore ledger, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            _ = await ledger.Usage.ReadUsageAsync(Queries().ElementAt(1).Query, CancellationToken.None);
        }
    }

    private static async Task ReadFineAsync(SqliteLedgerStore ledger, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            _ = await ledger.Usage.ReadUsageAsync(Queries().ElementAt(5).Query, CancellationToken.None);
        }
    }

    private static async Task AddAsync(SqliteLedgerStore ledger, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _ = await ledger.Usage.RollUpAsync(Step, CancellationToken.None);
            await Task.Delay(15, CancellationToken.None);
        }
    }

    private static GenerationRow Make(Random random, string id, DateTimeOffset at)
    {
        var failed = random.Next(40) == 0;
        return new GenerationRow
        {
            Id = new GenerationId(id),
            KeyHash = KeyHash.Of($"key {random.Next(20)}"),
            WorkspaceId = Guid.Empty,
            CreatedAt = at,
            RequestedModel = "acme/small",
            Model = $"acme/model-{Math.Min(random.Next(10), random.Next(10))}",
            ProviderName = $"Provider {random.Next(3)}",
            Streamed = true,
            Status = failed ? 502 : 200,
            FinishReason = failed ? "error" : random.Next(4) == 0 ? "tool_calls" : "stop",
            ErrorType = failed ? "provider_unavailable" : null,
            LatencyMs = 100 + (random.NextDouble() * 900),
            DurationMs = 1_000 + (random.NextDouble() * 9_000),
            PromptTokens = random.Next(100, 20_000),
            CompletionTokens = random.Next(10, 2_000),
            Charge = failed ? Usd.Zero : new Usd(random.NextInt64(1_000, 50_000_000)),
            ExternalUser = $"user {random.Next(50_000)}",
            SessionId = $"session {random.Next(100_000)}",
            App = AppAttribution.Of($"https://app{random.Next(5).ToString(CultureInfo.InvariantCulture)}.example/", "App", null),
            AttemptsJson = """[{"provider_name":"Provider 1","status":200,"latency":312.5}]""",
            TraceId = "00000000000000010000000000000002",
            SpanId = "0000000000000003",
        };
    }

    private static string Megabytes(DirectoryInfo folder) =>
        (new FileInfo(Path.Combine(folder.FullName, "weir.db")).Length >> 20).ToString("N0", CultureInfo.InvariantCulture);

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}

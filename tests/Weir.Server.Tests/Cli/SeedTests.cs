using Weir.Ledger.Audit;
using Weir.Ledger.Entries;
using Weir.Server.Composition;
using Weir.Server.Seeding;
using Weir.Server.Tests.Testing;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;

namespace Weir.Server.Tests.Cli;

/// <summary>A made-up month in a data folder.</summary>
public sealed class SeedTests : IDisposable
{
    private static readonly DateTimeOffset Until = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-seed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Seed_LedgerAndTraces_AddUp()
    {
        var report = await SeedAsync("one");

        await using var ledger = SqliteLedgerStore.Open(Path.Combine(_folder, "one"), Durability.Os);
        await using var traces = SqliteTraceStore.Open(Path.Combine(_folder, "one", "traces.db"), Durability.Os, TimeProvider.System);
        var sums = await ledger.Entries.ReadSumsAsync(CancellationToken.None);
        var generations = await ledger.ReadLatestGenerationsAsync(100_000, CancellationToken.None);
        var spans = generations.Select(row => new SpanKey(row.WorkspaceId, TraceOf(row.TraceId), SpanOf(row.SpanId))).ToArray();

        Assert.Empty(LedgerAudit.Problems(sums));
        Assert.Equal(report.Charged, sums.Generations.ToDollars());
        Assert.Equal(report.Generations, generations.Count);
        Assert.Empty(await traces.FindMissingAsync(spans, CancellationToken.None));
        Assert.All(generations, row => Assert.InRange(row.CreatedAt, report.From, Until));
        Assert.True(sums.Account.Balance.Nanos > 0, "the made-up charges are not covered by made-up credits");
        Assert.Equal(0, traces.UncountedSpans);
    }

    [Fact]
    public async Task Seed_HasSomethingOfEverything()
    {
        var report = await SeedAsync("one");

        await using var ledger = SqliteLedgerStore.Open(Path.Combine(_folder, "one"), Durability.Os);
        var generations = await ledger.ReadLatestGenerationsAsync(100_000, CancellationToken.None);
        var keys = await ledger.ReadKeysAsync(CancellationToken.None);

        Assert.InRange(report.Spans, 4_000, 4_400);
        Assert.Equal(40, keys.Count);
        Assert.Contains(keys, key => key.Disabled);
        Assert.Contains(keys, key => key.Limit is not null);
        Assert.Contains(generations, row => row.CachedTokens > 0);
        Assert.Contains(generations, row => row.ReasoningTokens > 0);
        Assert.Contains(generations, row => row.IsByok && row.UpstreamCost is not null);
        Assert.Contains(generations, row => row.ErrorType == "permission_denied");
        Assert.Contains(generations, row => row.ApiType == "embeddings");
        Assert.Contains(generations, row => row.ErrorType is null && row.AttemptsJson.Contains("\"status\":503", StringComparison.Ordinal));
        Assert.NotEmpty(await ledger.Audit.ReadAsync(new AuditQuery { Limit = 10 }, CancellationToken.None));
        Assert.All(keys, key => Assert.StartsWith(SeedApp.Mark, key.Name, StringComparison.Ordinal));
        Assert.True(report.Annotations > 0);
    }

    [Fact]
    public async Task Seed_SameNumber_MakesTheSameData()
    {
        _ = await SeedAsync("one");
        _ = await SeedAsync("two");

        await using var one = SqliteLedgerStore.Open(Path.Combine(_folder, "one"), Durability.Os);
        await using var two = SqliteLedgerStore.Open(Path.Combine(_folder, "two"), Durability.Os);
        var first = (await one.ReadLatestGenerationsAsync(100_000, CancellationToken.None)).OrderBy(row => row.Id.Value, StringComparer.Ordinal);
        var second = (await two.ReadLatestGenerationsAsync(100_000, CancellationToken.None)).OrderBy(row => row.Id.Value, StringComparer.Ordinal);

        // The default workspace of a folder has an id of its own; everything else is drawn.
        Assert.Equal(first.Select(row => row with { WorkspaceId = default, AppId = null }), second.Select(row => row with { WorkspaceId = default, AppId = null }));
    }

    [Fact]
    public async Task Seed_FolderThatHoldsData_IsRefusedUnlessAdded()
    {
        _ = await SeedAsync("one");

        var refused = await Assert.ThrowsAsync<IOException>(() => SeedAsync("one"));
        Assert.Contains("--add", refused.Message, StringComparison.Ordinal);

        _ = await LocalSeed.RunAsync(Options("one") with { AddsToUsedFolder = true, Seed = 2 }, new Silent(), CancellationToken.None);
        await using var ledger = SqliteLedgerStore.Open(Path.Combine(_folder, "one"), Durability.Os);
        Assert.Equal(80, (await ledger.ReadKeysAsync(CancellationToken.None)).Count);
        Assert.Empty(LedgerAudit.Problems(await ledger.Entries.ReadSumsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Command_SaysWhatItMadeAndThatItIsMadeUp()
    {
        var (exitCode, output, errors) = await WeirProcess.RunAsync("seed", "--data", Path.Combine(_folder, "cli"), "--spans", "800");

        Assert.True(exitCode == 0, errors);
        Assert.Contains("Nothing of it is real", output, StringComparison.Ordinal);
        Assert.Contains("./weir serve --data", output, StringComparison.Ordinal);
        Assert.Contains("spans", errors, StringComparison.Ordinal);
    }

    private Task<SeedReport> SeedAsync(string name) => LocalSeed.RunAsync(Options(name), new Silent(), CancellationToken.None);

    private SeedOptions Options(string name) => new() { DataFolder = Path.Combine(_folder, name), Spans = 4_000, Until = Until };

    private static TraceId TraceOf(string text) => TraceId.TryParse(text, out var id) ? id : default;

    private static SpanId SpanOf(string text) => SpanId.TryParse(text, out var id) ? id : default;

    private sealed class Silent : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value)
        {
        }
    }
}

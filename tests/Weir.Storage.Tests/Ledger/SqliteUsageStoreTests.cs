using System.Collections.Immutable;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Xunit;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Sums over generations, however many of them have been added to the sums by hour.</summary>
public sealed class SqliteUsageStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly UsageDimension[] Dimensions = Enum.GetValues<UsageDimension>();

    private readonly TemporaryLedger _temporary = new(Durability.Os);

    private SqliteLedgerStore Ledger => _temporary.Store;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 700)]
    [InlineData(3, 1_500)]
    public async Task Sums_OfRandomTraffic_AreThoseOfItsGenerations(int seed, int rolledUp)
    {
        var random = new Random(seed);
        var traffic = UsageTraffic.Make(random, 1_500);
        await SettleAsync(traffic);
        await RollUpAsync(rolledUp);
        var apps = (await Ledger.Usage.ReadAppsAsync(None)).ToDictionary(app => app.Url, app => app.Id);
        long? AppOf(GenerationRow row) => row.App is { } app ? apps[app.Url] : null;

        for (var round = 0; round < 60; round++)
        {
            var query = RandomQuery(random);
            var expected = traffic
                .Where(row => row.CreatedAt >= query.From && row.CreatedAt < query.Until && query.Filters.All(filter => UsageModel.Passes(row, filter, AppOf)))
                .GroupBy(row => string.Join('\u0001', UsageModel.ValuesOf(row, query.By, AppOf).Prepend(UsageModel.WindowOf(row.CreatedAt, query.Granularity).ToString("O"))))
                .Select(group => UsageModel.Text(UsageModel.WindowOf(group.First().CreatedAt, query.Granularity), UsageModel.ValuesOf(group.First(), query.By, AppOf), [.. group]));

            var rows = await Ledger.Usage.ReadUsageAsync(query, None);

            Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(UsageModel.Text).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    [InlineData(900)]
    public async Task Charged_IsWhatTheLedgerCharged_ToTheNanoDollar(int rolledUp)
    {
        await SettleAsync(UsageTraffic.Make(new Random(rolledUp), 900));
        await RollUpAsync(rolledUp);

        var all = Assert.Single(await Ledger.Usage.ReadUsageAsync(All(), None));
        var byDay = await Ledger.Usage.ReadUsageAsync(All() with { Granularity = UsageGranularity.Day, By = [UsageDimension.Workspace] }, None);
        var sums = await Ledger.Entries.ReadSumsAsync(None);

        Assert.Equal(sums.Account.Charged, all.Charged);
        Assert.Equal(sums.Account.Charged.Nanos, byDay.Sum(row => row.Charged.Nanos));
        Assert.Equal(900, all.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Times_AreSpreadAsTheyWereMeasured(bool rolledUp)
    {
        var traffic = UsageTraffic.Make(new Random(5), 800);
        await SettleAsync(traffic);
        await RollUpAsync(rolledUp ? 800 : 0);

        var query = All() with { By = [UsageDimension.Model], Times = [UsageTime.Latency, UsageTime.Duration, UsageTime.Throughput] };
        var rows = await Ledger.Usage.ReadUsageAsync(query, None);

        Assert.Equal(UsageTraffic.Models.Length, rows.Count);
        Assert.All(rows, row =>
        {
            var answered = traffic.Where(other => other.Model == row.Values[0] && other is { LatencyMs: not null, ResponseCacheSourceId: null }).ToArray();
            AssertSpread([.. answered.Select(other => other.LatencyMs!.Value)], row.Times[UsageTime.Latency]);
            AssertSpread([.. answered.Select(other => other.DurationMs)], row.Times[UsageTime.Duration]);
            AssertSpread(
                [.. answered.Where(other => other.CompletionTokens > 0).Select(other => other.CompletionTokens!.Value * 1_000 / (other.DurationMs - (other.Streamed ? other.LatencyMs!.Value : 0)))],
                row.Times[UsageTime.Throughput]);
        });
    }

    [Fact]
    public async Task Sums_WhileGenerationsAreWrittenAndAdded_MissNoneAndCountNoneTwice()
    {
        var traffic = UsageTraffic.Make(new Random(9), 600);
        var settled = 0L;
        var writing = WriteAsync();
        while (!writing.IsCompleted)
        {
            var before = Volatile.Read(ref settled);
            var row = (await Ledger.Usage.ReadUsageAsync(All(), None)).SingleOrDefault();
            Assert.InRange(row?.Requests ?? 0, before, traffic.Length);
            _ = await Ledger.Usage.RollUpAsync(7, None);
        }

        await writing;
        Assert.Equal(traffic.Length, Assert.Single(await Ledger.Usage.ReadUsageAsync(All(), None)).Requests);

        async Task WriteAsync()
        {
            foreach (var row in traffic)
            {
                await Ledger.SettleAsync(row, UtcWindows.Day(row.CreatedAt));
                _ = Interlocked.Increment(ref settled);
            }
        }
    }

    [Fact]
    public async Task RollUp_GoesOnWhereItStopped_AlsoAfterARestart()
    {
        await SettleAsync(UsageTraffic.Make(new Random(1), 25));

        Assert.Equal(10, await Ledger.Usage.RollUpAsync(10, None));
        await _temporary.ReopenAsync();

        Assert.Equal(10, await Ledger.Usage.RollUpAsync(10, None));
        Assert.Equal(5, await Ledger.Usage.RollUpAsync(10, None));
        Assert.Equal(0, await Ledger.Usage.RollUpAsync(10, None));
        Assert.Equal(25, Assert.Single(await Ledger.Usage.ReadUsageAsync(All(), None)).Requests);
    }

    [Fact]
    public async Task Rows_ComeInTheOrderThatWasAskedFor_AndAreCut()
    {
        await SettleAsync(
            Row("a", "m1", 10, UsageTraffic.Start), Row("b", "m2", 30, UsageTraffic.Start.AddDays(1)), Row("c", "m3", 20, UsageTraffic.Start.AddDays(2)));
        async Task<string> OrderAsync(UsageMeasure by, bool descending, int limit = 10) => string.Concat((await Ledger.Usage.ReadUsageAsync(
            All() with { By = [UsageDimension.Model], Granularity = UsageGranularity.Day, Order = new UsageOrder(by, descending), Limit = limit }, None)).Select(row => row.Values[0]));

        Assert.Equal("m3m2m1", await OrderAsync(UsageMeasure.Time, descending: true));
        Assert.Equal("m1m2m3", await OrderAsync(UsageMeasure.FirstDimension, descending: false));
        Assert.Equal("m2m3m1", await OrderAsync(UsageMeasure.Charged, descending: true));
        Assert.Equal("m1m3", await OrderAsync(UsageMeasure.Charged, descending: false, limit: 2));
    }

    [Fact]
    public async Task NoTraffic_HasNoRows() => Assert.Empty(await Ledger.Usage.ReadUsageAsync(All() with { Times = [UsageTime.Latency] }, None));

    [Fact]
    public async Task Read_LongerThanItsBudget_IsStoppedAndTheNextOneWorks()
    {
        await SettleAsync(UsageTraffic.Make(new Random(1), 2_000));
        await _temporary.ReopenAsync(TimeSpan.FromTicks(1));

        _ = await Assert.ThrowsAsync<TimeoutException>(async () => await Ledger.Usage.ReadUsageAsync(All() with { By = [UsageDimension.Generation] }, None));
        await _temporary.ReopenAsync();
        Assert.Equal(2_000, Assert.Single(await Ledger.Usage.ReadUsageAsync(All(), None)).Requests);
    }

    [Fact]
    public async Task App_IsMadeOnceAndKeepsItsTitleAndItsCategories()
    {
        await SettleAsync(
            WithApp("a", "https://a.example/chat", "First", "cli-agent"), WithApp("b", "https://a.example/chat", null, "game,cli-agent"),
            WithApp("c", "https://a.example/chat", "Second", "nonsense"), WithApp("d", "https://b.example/", null, null));

        var apps = await Ledger.Usage.ReadAppsAsync(None);
        var rows = await ListAsync(new GenerationListQuery { From = DateTimeOffset.UnixEpoch, Until = DateTimeOffset.MaxValue, Limit = 10 });

        Assert.Equal([("Second", "cli-agent,game"), ("b.example", "")], apps.Select(app => (app.Name, string.Join(',', app.Categories))));
        Assert.Equal([apps[0].Id, apps[0].Id, apps[0].Id, apps[1].Id], rows.Select(row => row.Row.AppId!.Value));
        Assert.Equal("a-example-chat", apps[0].Slug);
    }

    [Fact]
    public async Task List_GoesThroughAllByTime_PageByPage()
    {
        var traffic = UsageTraffic.Make(new Random(3), 300);
        await SettleAsync(traffic);
        var query = new GenerationListQuery { From = UsageTraffic.Start, Until = UsageTraffic.Start.AddDays(20), ExternalUser = "u'2", Model = UsageTraffic.Models[1], Limit = 3 };
        var found = new List<string>();
        while (await ListAsync(query) is { Count: > 0 } page)
        {
            found.AddRange(page.Select(item => item.Row.Id.Value));
            Assert.True(GenerationPlace.TryParse(page[^1].Place.ToString(), out var place));
            query = query with { After = place };
        }

        var expected = traffic.Where(row => row.CreatedAt < query.Until && row.ExternalUser == "u'2" && row.Model == UsageTraffic.Models[1]).OrderBy(row => row.CreatedAt);
        Assert.Equal(expected.Select(row => row.Id.Value), found);
        Assert.NotEmpty(found);
    }

    private static void AssertSpread(double[] measured, TimeDistribution spread)
    {
        Assert.Equal(measured.Length, spread.Count);
        Array.Sort(measured);
        foreach (var share in new[] { 0.01, 0.5, 0.9, 1 })
        {
            var exact = measured[Math.Max(0, (int)Math.Ceiling(share * measured.Length) - 1)];
            Assert.InRange(spread.Percentile(share)!.Value, exact * 0.99, exact * 1.0101);
        }
    }

    private static UsageQuery All() => new() { From = DateTimeOffset.UnixEpoch, Until = UsageTraffic.Start.AddYears(1), Limit = 100_000 };

    private static UsageQuery RandomQuery(Random random)
    {
        var from = UsageTraffic.Start.AddMinutes(random.Next((int)UsageTraffic.Span.TotalMinutes));
        return All() with
        {
            From = random.Next(4) == 0 ? DateTimeOffset.UnixEpoch : from,
            Until = from.AddMinutes(random.Next(1, 20_000)).AddMicroseconds(random.Next(1_000)),
            Granularity = (UsageGranularity)random.Next(6),
            By = [.. random.GetItems(Dimensions, random.Next(3)).Distinct()],
            Filters = [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomFilter(random))],
        };
    }

    private static UsageFilter RandomFilter(Random random)
    {
        var dimension = random.GetItems(Dimensions, 1)[0];
        var operation = (UsageOperator)random.Next(8);
        var isList = operation is UsageOperator.In or UsageOperator.NotIn;
        string[] values = ["acme/small", "Prov'ider", "1", "stop", "10K", "u'2", "ann", UsageTraffic.Models[1]];
        return new UsageFilter(dimension, operation, [.. random.GetItems(values, isList ? 3 : 1)], IncludeUnset: isList && random.Next(2) == 0);
    }

    private static GenerationRow Row(string id, string model, long nanos, DateTimeOffset at) => LedgerSamples.Bare(id) with { Model = model, Charge = new Usd(nanos), CreatedAt = at };

    private static GenerationRow WithApp(string id, string url, string? title, string? categories) =>
        LedgerSamples.Bare(id) with { App = AppAttribution.Of(url, title, categories) };

    private async Task<IReadOnlyList<(GenerationPlace Place, GenerationRow Row)>> ListAsync(GenerationListQuery query) => await Ledger.Usage.ReadGenerationsAsync(query, None);

    private Task SettleAsync(params GenerationRow[] rows) => Task.WhenAll(rows.Select(row => Ledger.SettleAsync(row, UtcWindows.Day(row.CreatedAt)).AsTask()));

    private async Task RollUpAsync(int count)
    {
        await Ledger.SaveKeyAsync(LedgerSamples.Key("owned") with { CreatorUserId = "ann" }, None);
        for (var done = 0; done < count; done += 100)
        {
            _ = await Ledger.Usage.RollUpAsync(Math.Min(100, count - done), None);
        }
    }
}

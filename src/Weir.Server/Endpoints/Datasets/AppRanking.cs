using System.Collections.Immutable;
using System.Globalization;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>Orders apps by their tokens, or by how many more they are than before.</summary>
internal sealed class AppRanking(IUsageStore store)
{
    private const int MostApps = 1_000_000;

    // Growth is what is above the average of so many windows before.
    private const int WindowsBefore = 3;

    /// <summary>The page of the ranking that is asked for.</summary>
    public async Task<ImmutableArray<AppRankingRecord>> ReadAsync(AppRankingsQuery query, CancellationToken cancellationToken)
    {
        var window = query.Window;
        var apps = await LongRead.RunAsync(store.ReadAppsAsync(cancellationToken));
        var now = await TrafficAsync(window.From, window.Until, cancellationToken);
        var before = query.IsTrending ? await TrafficAsync(window.Before(WindowsBefore), window.From, cancellationToken) : [];
        var ranked = apps
            .Where(app => now.ContainsKey(app.Id) && (query.Categories.IsEmpty || app.Categories.Any(category => query.Categories.Contains(category))))
            .Select(app => (App: app, Traffic: now[app.Id], Weight: TokensOf(now[app.Id]) - Average(before.GetValueOrDefault(app.Id))))
            .Where(item => item.Weight > 0)
            .OrderByDescending(item => item.Weight)
            .ThenBy(item => item.App.Id)
            .Select((item, index) => RecordOf(item.App, item.Traffic, index + 1));
        return [.. ranked.Skip(query.Offset).Take(query.Limit)];
    }

    private async Task<Dictionary<long, UsageRow>> TrafficAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var query = new UsageQuery { From = from, Until = until, By = [UsageDimension.App], Limit = MostApps };
        var rows = await LongRead.RunAsync(store.ReadUsageAsync(query, cancellationToken));
        return rows.Where(row => row.Values[0] is not null).ToDictionary(row => long.Parse(row.Values[0]!, CultureInfo.InvariantCulture));
    }

    private static decimal Average(UsageRow? before) => (decimal)TokensOf(before) / WindowsBefore;

    private static long TokensOf(UsageRow? row) => row is null ? 0 : row.PromptTokens + row.CompletionTokens;

    private static AppRankingRecord RecordOf(AppRow app, UsageRow traffic, int rank) =>
        new(app.Id, app.Name, rank, traffic.Requests, TokensOf(traffic).ToString(CultureInfo.InvariantCulture));
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The apps with the most tokens, or with the most more than before.</summary>
internal sealed class AppRankingsEndpoint(IUsageStore store, DatasetEdge edge, TimeProvider time)
{
    private const int UsualCount = 50;
    private const int MostCount = 100;
    private const int MostApps = 1_000_000;

    // Growth is what is above the average of so many windows before.
    private const int WindowsBefore = 3;

    private static readonly ImmutableArray<string> Groups = [.. AppCategories.Groups.Keys.Order(StringComparer.Ordinal)];
    private static readonly ImmutableArray<string> Subcategories = [.. AppCategories.Groups.Values.SelectMany(group => group)];

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/app-rankings", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var window = DatasetWindow.Read(parameters, time.GetUtcNow());
        var wanted = CategoriesOf(parameters);
        var isTrending = parameters.Word("sort", ["popular", "trending"]) == "trending";
        var limit = parameters.Whole("limit", least: 1, MostCount) ?? UsualCount;
        var offset = parameters.Whole("offset", least: 0, MostCount) ?? 0;
        if (parameters.Problem is { } problem)
        {
            throw Refusal.Invalid(problem);
        }

        var apps = await LongRead.RunAsync(store.ReadAppsAsync(context.RequestAborted));
        var now = await TrafficAsync(window.From, window.Until, context.RequestAborted);
        var before = isTrending ? await TrafficAsync(window.Before(WindowsBefore), window.From, context.RequestAborted) : [];
        var ranked = apps
            .Where(app => now.ContainsKey(app.Id) && (wanted.IsEmpty || app.Categories.Any(category => wanted.Contains(category))))
            .Select(app => (App: app, Traffic: now[app.Id], Weight: TokensOf(now[app.Id]) - ((decimal)TokensOf(before.GetValueOrDefault(app.Id)) / WindowsBefore)))
            .Where(item => item.Weight > 0)
            .OrderByDescending(item => item.Weight)
            .ThenBy(item => item.App.Id)
            .Select((item, index) => RecordOf(item.App, item.Traffic, index + 1));
        await WireResponse.WriteAsync(
            context, new AppRankingsResponse([.. ranked.Skip(offset).Take(limit)], window.Meta(time.GetUtcNow())), WireJson.Default.AppRankingsResponse);
    }

    private static ImmutableArray<string> CategoriesOf(ParameterReader parameters)
    {
        var group = parameters.Word("category", Groups);
        var subcategory = parameters.Word("subcategory", Subcategories);
        if (group is not null && subcategory is not null && !AppCategories.Groups[group].Contains(subcategory))
        {
            parameters.Refuse($"'subcategory' is '{subcategory}', which is not of the category '{group}'; that has {string.Join(", ", AppCategories.Groups[group])}.");
        }

        return subcategory is not null ? [subcategory] : group is not null ? AppCategories.Groups[group] : [];
    }

    private async Task<Dictionary<long, UsageRow>> TrafficAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var query = new UsageQuery { From = from, Until = until, By = [UsageDimension.App], Limit = MostApps };
        var rows = await LongRead.RunAsync(store.ReadUsageAsync(query, cancellationToken));
        return rows.Where(row => row.Values[0] is not null).ToDictionary(row => long.Parse(row.Values[0]!, CultureInfo.InvariantCulture));
    }

    private static long TokensOf(UsageRow? row) => row is null ? 0 : row.PromptTokens + row.CompletionTokens;

    private static AppRankingRecord RecordOf(AppRow app, UsageRow traffic, int rank) =>
        new(app.Id, app.Name, rank, traffic.Requests, TokensOf(traffic).ToString(CultureInfo.InvariantCulture));
}

using System.Collections.Immutable;
using Weir.Ledger.Activity;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>Reads the traffic of each model at each provider by day.</summary>
internal static class ActivitySums
{
    // 30 days of 3,000 endpoints each; the greatest of a day come first among them.
    private const int MostRead = 100_000;

    public static List<ActivityRow> Read(ReadConnection connection, ActivityQuery query, int limit) =>
    [
        .. UsageReader.Read(connection, UsageOf(query)).Select(RowOf)
            .OrderByDescending(row => row.Day).ThenByDescending(row => row.Charged)
            .ThenBy(row => row.Model, StringComparer.Ordinal).ThenBy(row => row.ProviderName, StringComparer.Ordinal)
            .Take(limit),
    ];

    private static UsageQuery UsageOf(ActivityQuery query)
    {
        var filters = ImmutableArray.CreateBuilder<UsageFilter>();

        // What no provider was asked for is no activity of one.
        filters.Add(new UsageFilter(UsageDimension.Provider, UsageOperator.NotEqual, [""]));
        Add(UsageDimension.Key, query.Key?.ToString());
        Add(UsageDimension.KeyOwner, query.UserId);
        Add(UsageDimension.Workspace, query.WorkspaceId?.ToString());
        return new UsageQuery
        {
            From = StartOf(query.From),
            Until = StartOf(query.To.AddDays(1)),
            By = [UsageDimension.Model, UsageDimension.Provider, .. query.ByWorkspace ? (UsageDimension[])[UsageDimension.Workspace] : []],
            Filters = filters.ToImmutable(),
            Granularity = UsageGranularity.Day,
            Limit = MostRead,
        };

        void Add(UsageDimension dimension, string? value)
        {
            if (value is not null)
            {
                filters.Add(new UsageFilter(dimension, UsageOperator.Equal, [value]));
            }
        }
    }

    private static ActivityRow RowOf(UsageRow row) => new()
    {
        Day = DateOnly.FromDateTime(row.At.UtcDateTime),
        Model = row.Values[0]!,
        ProviderName = row.Values[1]!,
        WorkspaceId = row.Values.Length > 2 ? Guid.Parse(row.Values[2]!) : null,
        Requests = row.Requests,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        ReasoningTokens = row.ReasoningTokens,
        Charged = row.Charged,
        Byok = row.Byok,
    };

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

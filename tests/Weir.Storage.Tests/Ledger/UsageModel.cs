using System.Collections.Immutable;
using System.Globalization;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Tests.Ledger;

/// <summary>What a <see cref="UsageQuery"/> must answer, worked out one generation at a time.</summary>
internal static class UsageModel
{
    public static string?[] ValuesOf(GenerationRow row, ImmutableArray<UsageDimension> by, Func<GenerationRow, long?> appOf) =>
        [.. by.Select(dimension => ValueOf(row, dimension, appOf))];

    public static string? ValueOf(GenerationRow row, UsageDimension dimension, Func<GenerationRow, long?> appOf) => dimension switch
    {
        UsageDimension.Workspace => row.WorkspaceId.ToString(),
        UsageDimension.Key => row.KeyHash.ToString(),
        UsageDimension.KeyOwner => row.KeyHash == KeyHash.Of("owned") ? "ann" : null,
        UsageDimension.Model => row.Model,
        UsageDimension.Provider => row.ProviderName,
        UsageDimension.App => appOf(row)?.ToString(CultureInfo.InvariantCulture),
        UsageDimension.ApiType => row.ApiType,
        UsageDimension.FinishReason => row.FinishReason,
        UsageDimension.ErrorType => row.ErrorType,
        UsageDimension.ContextLength => row.PromptTokens switch { null => null, <= 1_000 => "1K", <= 10_000 => "10K", <= 100_000 => "100K", <= 1_000_000 => "1M", _ => "10M" },
        UsageDimension.ExternalUser => row.ExternalUser,
        UsageDimension.Session => row.SessionId,
        UsageDimension.Origin => row.HttpReferer,
        _ => row.Id.Value,
    };

    public static DateTimeOffset WindowOf(DateTimeOffset at, UsageGranularity granularity)
    {
        var day = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        return granularity switch
        {
            UsageGranularity.None => DateTimeOffset.UnixEpoch,
            UsageGranularity.Minute => day.AddMinutes(Math.Floor((at - day).TotalMinutes)),
            UsageGranularity.Hour => day.AddHours(Math.Floor((at - day).TotalHours)),
            UsageGranularity.Day => day,
            UsageGranularity.Week => new DateTimeOffset(UtcWindows.WeekStart(UtcWindows.Day(at)), TimeOnly.MinValue, TimeSpan.Zero),
            _ => new DateTimeOffset(UtcWindows.MonthStart(UtcWindows.Day(at)), TimeOnly.MinValue, TimeSpan.Zero),
        };
    }

    public static bool Passes(GenerationRow row, UsageFilter filter, Func<GenerationRow, long?> appOf)
    {
        if (ValueOf(row, filter.Dimension, appOf) is not { } value)
        {
            return filter.IncludeUnset;
        }

        var order = string.CompareOrdinal(value, filter.Values[0]);
        return filter.Operator switch
        {
            UsageOperator.Equal => order == 0,
            UsageOperator.NotEqual => order != 0,
            UsageOperator.In => filter.Values.Contains(value),
            UsageOperator.NotIn => !filter.Values.Contains(value),
            UsageOperator.Greater => order > 0,
            UsageOperator.GreaterOrEqual => order >= 0,
            UsageOperator.Less => order < 0,
            _ => order <= 0,
        };
    }

    /// <summary>A row as text, so that a test that fails shows it.</summary>
    public static string Text(DateTimeOffset at, IEnumerable<string?> values, IReadOnlyCollection<GenerationRow> rows) => Text(
        at, values, rows.Count, rows.Count(row => row is { ErrorType: not null, Cancelled: false }), rows.Count(row => row.Cancelled), rows.Sum(row => row.PromptTokens ?? 0),
        rows.Sum(row => row.CompletionTokens ?? 0), rows.Sum(row => row.ReasoningTokens ?? 0), rows.Sum(row => row.CachedTokens ?? 0), new Usd(rows.Sum(row => row.Charge.Nanos)),
        new Usd(rows.Sum(row => row.CacheDiscount?.Nanos ?? 0)), new Usd(rows.Sum(row => row.WebSearchCharge.Nanos)));

    public static string Text(UsageRow row) => Text(
        row.At, row.Values, row.Requests, row.Errors, row.Cancelled, row.PromptTokens, row.CompletionTokens, row.ReasoningTokens, row.CachedTokens, row.Charged,
        row.CacheDiscount, row.WebSearch);

    private static string Text(DateTimeOffset at, IEnumerable<string?> values, params object[] sums) =>
        $"{at:O} [{string.Join(", ", values.Select(value => value ?? "null"))}] {string.Join(' ', sums.Select(sum => Convert.ToString(sum, CultureInfo.InvariantCulture)))}";
}

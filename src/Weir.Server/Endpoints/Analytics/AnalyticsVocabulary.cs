using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>The names that queries may use, beside those of <see cref="AnalyticsMetrics"/>.</summary>
internal static class AnalyticsVocabulary
{
    public static ImmutableArray<AnalyticsDimension> Dimensions { get; } =
    [
        new("model", "Model", UsageDimension.Model),
        new("provider", "Provider", UsageDimension.Provider),
        new("api_key_id", "API Key", UsageDimension.Key),
        new("app", "App", UsageDimension.App),
        new("user", "User", UsageDimension.KeyOwner),
        new("workspace", "Workspace", UsageDimension.Workspace),
        new("api_type", "API Type", UsageDimension.ApiType),
        new("finish_reason", "Finish Reason", UsageDimension.FinishReason),
        new("error_type", "Error Type", UsageDimension.ErrorType),
        new("context_length_bucket", "Context Length", UsageDimension.ContextLength),
        new("external_user", "External User", UsageDimension.ExternalUser),
        new("session_id", "Session", UsageDimension.Session),
        new("origin", "Origin", UsageDimension.Origin),
        new("generation_id", "Generation", UsageDimension.Generation),
    ];

    public static ImmutableArray<(string Name, UsageOperator Operator)> Operators { get; } =
    [
        ("eq", UsageOperator.Equal), ("neq", UsageOperator.NotEqual), ("in", UsageOperator.In), ("not_in", UsageOperator.NotIn),
        ("gt", UsageOperator.Greater), ("gte", UsageOperator.GreaterOrEqual), ("lt", UsageOperator.Less), ("lte", UsageOperator.LessOrEqual),
    ];

    public static ImmutableArray<(string Name, UsageGranularity Granularity)> Granularities { get; } =
    [
        ("minute", UsageGranularity.Minute), ("hour", UsageGranularity.Hour), ("day", UsageGranularity.Day),
        ("week", UsageGranularity.Week), ("month", UsageGranularity.Month),
    ];

    /// <exception cref="GatewayException">400, with the names there are.</exception>
    public static AnalyticsMetric Metric(string name) =>
        AnalyticsMetrics.Find(name) ?? throw Unknown("metric", name, AnalyticsMetrics.All.Select(metric => metric.Name));

    /// <exception cref="GatewayException">400, with the names there are.</exception>
    public static AnalyticsDimension Dimension(string name) =>
        Dimensions.FirstOrDefault(known => known.Name == name) ?? throw Unknown("dimension", name, Dimensions.Select(known => known.Name));

    /// <exception cref="GatewayException">400, with the names there are.</exception>
    public static UsageOperator Operator(string name) => Find(Operators, "operator", name);

    /// <exception cref="GatewayException">400, with the names there are.</exception>
    public static UsageGranularity Granularity(string name) => Find(Granularities, "granularity", name);

    private static T Find<T>(ImmutableArray<(string Name, T Value)> known, string kind, string name)
    {
        foreach (var (word, value) in known)
        {
            if (word == name)
            {
                return value;
            }
        }

        throw Unknown(kind, name, known.Select(entry => entry.Name));
    }

    private static GatewayException Unknown(string kind, string name, IEnumerable<string> known) =>
        Refusal.Invalid($"There is no {kind} '{(name.Length > 100 ? name[..100] + "…" : name)}'; there are {string.Join(", ", known)}.");
}

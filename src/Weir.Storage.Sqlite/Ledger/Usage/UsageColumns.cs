using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Weir.Ledger.Activity;

namespace Weir.Storage.Sqlite.Ledger.Usage;

/// <summary>What each dimension and each sum is in SQL: of a generation (<c>g</c>), and of a sum by hour (<c>h</c>) with its cell (<c>c</c>).</summary>
internal static class UsageColumns
{
    public const long HourMicros = 3_600_000_000;

    /// <summary>The prompt of a generation, by its length; the same words as <see cref="UsageDimensions.ContextLengths"/>.</summary>
    public const string ContextLength = """
        CASE WHEN g.prompt_tokens IS NULL THEN '' WHEN g.prompt_tokens <= 1000 THEN '1K' WHEN g.prompt_tokens <= 10000 THEN '10K'
             WHEN g.prompt_tokens <= 100000 THEN '100K' WHEN g.prompt_tokens <= 1000000 THEN '1M' ELSE '10M' END
        """;

    /// <summary>The sums, in the order of the columns of <c>usage_hours</c>: the name, and what one generation adds to it.</summary>
    public static readonly ImmutableArray<(string Name, string OfGeneration)> Sums =
    [
        ("requests", "1"),
        ("errors", "g.error_type IS NOT NULL AND NOT g.cancelled"),
        ("cancelled", "g.cancelled"),
        ("prompt", "IFNULL(g.prompt_tokens, 0)"),
        ("completion", "IFNULL(g.completion_tokens, 0)"),
        ("reasoning", "IFNULL(g.reasoning_tokens, 0)"),
        ("cached", "IFNULL(g.cached_tokens, 0)"),
        ("nanos", "g.charge_nanos"),
        ("byok_nanos", "IFNULL(g.upstream_nanos, 0)"),
        ("cache_nanos", "IFNULL(g.cache_nanos, 0)"),
        ("web_nanos", "g.web_nanos"),
    ];

    private static readonly FrozenDictionary<UsageDimension, (string? OfCell, string OfGeneration)> Dimensions =
        new Dictionary<UsageDimension, (string?, string)>
    {
        [UsageDimension.Workspace] = ("c.workspace_id", "g.workspace_id"),
        [UsageDimension.Key] = ("c.key_hash", "g.key_hash"),
        [UsageDimension.KeyOwner] = (
            "(SELECT creator_user_id FROM keys WHERE hash = c.key_hash)", "(SELECT creator_user_id FROM keys WHERE hash = g.key_hash)"),
        [UsageDimension.Model] = ("c.model", "g.model"),
        [UsageDimension.Provider] = ("NULLIF(c.provider_name, '')", "NULLIF(g.provider_name, '')"),
        [UsageDimension.App] = ("NULLIF(c.app_id, 0)", "g.app_id"),
        [UsageDimension.ApiType] = ("c.api_type", "g.api_type"),
        [UsageDimension.FinishReason] = ("NULLIF(c.finish_reason, '')", "NULLIF(g.finish_reason, '')"),
        [UsageDimension.ErrorType] = ("NULLIF(c.error_type, '')", "NULLIF(g.error_type, '')"),
        [UsageDimension.ContextLength] = ("NULLIF(c.context, '')", $"NULLIF({ContextLength}, '')"),
        [UsageDimension.ExternalUser] = (null, "g.external_user"),
        [UsageDimension.Session] = (null, "g.session_id"),
        [UsageDimension.Origin] = (null, "g.http_referer"),
        [UsageDimension.Generation] = (null, "g.generation_id"),
    }.ToFrozenDictionary();

    public static string OfCell(UsageDimension dimension) => Dimensions[dimension].OfCell!;

    public static string OfGeneration(UsageDimension dimension) => Dimensions[dimension].OfGeneration;

    /// <summary>Where the window of a moment begins; both in Unix microseconds.</summary>
    public static string Window(UsageGranularity granularity, string at) => granularity switch
    {
        UsageGranularity.Minute => $"{at} / 60000000 * 60000000",
        UsageGranularity.Hour => $"{at} / 3600000000 * 3600000000",
        UsageGranularity.Day => $"{at} / 86400000000 * 86400000000",

        // The epoch was a Thursday: three days on, it is a Monday that weeks are counted from.
        UsageGranularity.Week => $"(({at} / 86400000000 + 3) / 7 * 7 - 3) * 86400000000",
        UsageGranularity.Month => $"unixepoch({at} / 1000000, 'unixepoch', 'start of month') * 1000000",
        _ => "0",
    };

    /// <summary>The bucket of a generation's time, as <see cref="TimeDistribution.BucketOf"/> has it.</summary>
    public static string Bucket(UsageTime time) =>
        string.Create(
            CultureInfo.InvariantCulture, $"CAST(ROUND(LN(MAX({ValueOf(time)}, {TimeDistribution.Least})) * {TimeDistribution.BucketsPerE}) AS INTEGER)");

    /// <summary>Whether a generation has that time: an endpoint answered it, not the response cache.</summary>
    public static string Has(UsageTime time) => time == UsageTime.Throughput
        ? $"g.latency_ms IS NOT NULL AND g.response_cache_source_id IS NULL AND g.completion_tokens > 0 AND {AnswerMs} > 0"
        : "g.latency_ms IS NOT NULL AND g.response_cache_source_id IS NULL";

    private const string AnswerMs = "(CASE WHEN g.streamed THEN g.duration_ms - g.latency_ms ELSE g.duration_ms END)";

    private static string ValueOf(UsageTime time) => time switch
    {
        UsageTime.Latency => "g.latency_ms",
        UsageTime.Duration => "g.duration_ms",
        _ => $"g.completion_tokens * 1000.0 / {AnswerMs}",
    };
}

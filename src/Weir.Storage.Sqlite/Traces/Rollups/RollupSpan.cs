using Microsoft.Data.Sqlite;
using Weir.Tracing.Metrics;
using Weir.Tracing.Model;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>What rollups keep of a span.</summary>
internal sealed record RollupSpan(long Id, long Project, RollupState State, long StartUnixNanos, long EndUnixNanos, bool IsFailed, SpanFacts Facts)
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns =
        """
        s.id, s.project, s.rolled, s.start_ns, s.end_ns, s.status, s.model, s.provider, s.prompt_tokens, s.completion_tokens, s.total_tokens, s.cost_nanos,
        s.session_id, s.user_id, s.cache_read_tokens, s.api_key, s.app
        """;

    /// <summary>How many columns that are.</summary>
    public const int Width = 17;

    private const long NanosPerSecond = 1_000_000_000;

    // What one span may add: what senders make up beyond this would only use up the room of the sums.
    private const long Most = 1L << 52;

    public long StartSecond => StartUnixNanos / NanosPerSecond - (StartUnixNanos % NanosPerSecond < 0 ? 1 : 0);

    public double Seconds => Math.Max(0, (double)EndUnixNanos - StartUnixNanos) / NanosPerSecond;

    public static RollupSpan Read(SqliteDataReader row, RowTexts texts) => new(
        RowNumbers.Read(row, 0),
        RowNumbers.Read(row, 1),
        (RollupState)RowNumbers.Read(row, 2),
        RowNumbers.Read(row, 3),
        RowNumbers.Read(row, 4),
        (SpanStatus)RowNumbers.Read(row, 5) == SpanStatus.Error,
        StoredSpanReader.ReadFacts(row, 6, texts) with
        {
            CacheReadTokens = StoredSpanReader.ReadNumber(row, 14),
            Key = texts.ReadOrNull(row, 15),
            App = texts.ReadOrNull(row, 16),
        });

    /// <summary>What the span is called in a group; empty when it does not say.</summary>
    public string ValueOf(MetricsGroup group) => group switch
    {
        MetricsGroup.Model => Facts.Model,
        MetricsGroup.Provider => Facts.Provider,
        MetricsGroup.User => Facts.UserId,
        MetricsGroup.Session => Facts.SessionId,
        MetricsGroup.Key => Facts.Key,
        MetricsGroup.App => Facts.App,
        _ => null,
    } ?? "";

    /// <summary>Adds what the span is in a state, or takes it away with a sign of -1.</summary>
    public void AddTo(RollupCell cell, RollupState state, int sign)
    {
        if (state == RollupState.None)
        {
            return;
        }

        cell.Spans += sign;
        cell.Errors += IsFailed ? sign : 0;
        if (state == RollupState.Other)
        {
            return;
        }

        cell.Calls += sign;
        cell.PromptTokens += sign * Bounded(Facts.PromptTokens);
        cell.CompletionTokens += sign * Bounded(Facts.CompletionTokens);
        cell.TotalTokens += sign * (Facts.TotalTokens is { } total ? Bounded(total) : Math.Min(Most, Bounded(Facts.PromptTokens) + Bounded(Facts.CompletionTokens)));
        cell.CacheReadTokens += sign * Bounded(Facts.CacheReadTokens);
        cell.CostNanos += sign * Bounded(Facts.CostNanos);
        cell.AddLatency(Sketch.BucketOf(Seconds), sign);
    }

    private static long Bounded(long? number) => Math.Clamp(number ?? 0, -Most, Most);
}

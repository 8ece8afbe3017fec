using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>What is to be added to one row of <c>rollups</c>; numbers may be negative.</summary>
internal sealed class RollupCell
{
    private readonly Dictionary<int, int> _latency = [];

    public long Spans { get; set; }
    public long Errors { get; set; }
    public long Calls { get; set; }
    public Int128 PromptTokens { get; set; }
    public Int128 CompletionTokens { get; set; }
    public Int128 TotalTokens { get; set; }
    public Int128 CacheReadTokens { get; set; }
    public Int128 CostNanos { get; set; }

    public bool IsEmpty => Spans == 0 && Calls == 0 && _latency.Values.All(times => times == 0);

    public void AddLatency(int bucket, int times) => _latency[bucket] = _latency.GetValueOrDefault(bucket) + times;

    /// <summary>Adds everything to what a row says.</summary>
    public void AddTo(CallNumbers row)
    {
        row.Spans += Spans;
        row.Errors += Errors;
        row.Calls += Calls;
        row.PromptTokens = Sum(row.PromptTokens, PromptTokens);
        row.CompletionTokens = Sum(row.CompletionTokens, CompletionTokens);
        row.TotalTokens = Sum(row.TotalTokens, TotalTokens);
        row.CacheReadTokens = Sum(row.CacheReadTokens, CacheReadTokens);
        row.CostNanos = Sum(row.CostNanos, CostNanos);
        foreach (var (bucket, times) in _latency)
        {
            row.Latency.Add(bucket, times);
        }
    }

    private static long Sum(long left, Int128 right) => (long)Int128.Clamp(left + right, long.MinValue, long.MaxValue);
}

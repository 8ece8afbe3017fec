namespace Weir.Storage.Sqlite.Traces.Rollups;

/// <summary>What a span adds to the rollups; the numbers are those of <c>spans.rolled</c>.</summary>
internal enum RollupState
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>A call: its tokens, cost and latency.</summary>
    Call = 1,

    /// <summary>A span, and its failure.</summary>
    Other = 2,
}

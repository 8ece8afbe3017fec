namespace Weir.Load.Systems;

/// <summary>Which answer is asked for.</summary>
internal enum BenchModel
{
    /// <summary>One piece of JSON, 31 tokens.</summary>
    Whole,

    /// <summary>A stream that the upstream has at once.</summary>
    Stream,

    /// <summary>A stream with 20 ms between its events.</summary>
    Paced,
}

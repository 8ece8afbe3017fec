namespace Weir.OpenRouter;

/// <summary>How many models there are.</summary>
public sealed record ModelsCountData : WireRecord
{
    /// <summary>Models that meet the conditions of the query.</summary>
    public long? Count { get; init; }
}

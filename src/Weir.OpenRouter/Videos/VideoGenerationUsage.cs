namespace Weir.OpenRouter;

/// <summary>What a video cost.</summary>
public sealed record VideoGenerationUsage : WireRecord
{
    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }
}

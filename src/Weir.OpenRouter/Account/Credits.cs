namespace Weir.OpenRouter;

/// <summary>What an account bought and what it spent, USD since it exists; the difference is what is left.</summary>
public sealed record Credits : WireRecord
{
    /// <summary>Credits bought or granted, USD.</summary>
    public decimal? TotalCredits { get; init; }

    /// <summary>Credits spent, USD; above <see cref="TotalCredits"/> when the account is in debt.</summary>
    public decimal? TotalUsage { get; init; }
}

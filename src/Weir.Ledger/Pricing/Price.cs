namespace Weir.Ledger.Pricing;

/// <summary>What one endpoint costs, in US dollars a unit; zero is free.</summary>
/// <remarks>Source: the pricing object of the models API.</remarks>
public sealed record Price
{
    /// <summary>Dollars a prompt token.</summary>
    public decimal Prompt { get; init; }

    /// <summary>Dollars a completion token.</summary>
    public decimal Completion { get; init; }

    /// <summary>Dollars a prompt token read from a cache; null: as <see cref="Prompt"/>.</summary>
    public decimal? InputCacheRead { get; init; }

    /// <summary>Dollars a prompt token written to a cache; null: as <see cref="Prompt"/>.</summary>
    public decimal? InputCacheWrite { get; init; }

    /// <summary>Dollars a reasoning token; null or 0: as <see cref="Completion"/>, for price lists write 0 where there is no price of its own.</summary>
    public decimal? InternalReasoning { get; init; }

    /// <summary>Dollars a reasoning token, whichever price applies.</summary>
    public decimal Reasoning => InternalReasoning is > 0 and var own ? own : Completion;

    /// <summary>Dollars a request.</summary>
    public decimal Request { get; init; }

    public static Price Free { get; } = new();

    public bool IsFree => Prompt == 0 && Completion == 0 && Request == 0;
}

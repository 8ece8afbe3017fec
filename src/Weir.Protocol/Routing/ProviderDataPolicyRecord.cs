namespace Weir.Protocol.Routing;

/// <summary>What the operator declares that a provider does with prompts.</summary>
public sealed record ProviderDataPolicyRecord
{
    /// <summary>Whether it trains models with them.</summary>
    public required bool Training { get; init; }

    /// <summary>Whether it keeps them when the answer is done.</summary>
    public required bool RetainsPrompts { get; init; }

    /// <summary>Days; 0: none, or not known.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>Whether it promises to retain nothing.</summary>
    public required bool Zdr { get; init; }
}

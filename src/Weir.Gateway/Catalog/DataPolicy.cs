namespace Weir.Gateway.Catalog;

/// <summary>What the operator declares that a provider does with prompts.</summary>
public sealed record DataPolicy
{
    public bool Training { get; init; }

    /// <summary>Whether prompts are made public.</summary>
    public bool Publishes { get; init; }

    public bool RetainsPrompts { get; init; }
    public int RetentionDays { get; init; }

    /// <summary>Zero data retention.</summary>
    public bool Zdr { get; init; }
}

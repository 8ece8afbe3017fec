namespace Weir.Ledger.Reconciliation;

/// <summary>Which costs are compared with a bill.</summary>
public sealed record CostQuery
{
    /// <summary>The first UTC day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last UTC day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Display name of the provider whose bill it is; null: all.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether the bill is that of somebody's own credential: such traffic is on no other bill, and no other traffic on this one.</summary>
    public bool Byok { get; init; }
}

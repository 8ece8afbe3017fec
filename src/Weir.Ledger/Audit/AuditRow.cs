namespace Weir.Ledger.Audit;

/// <summary>An administrative change that somebody asked for.</summary>
public sealed record AuditRow
{
    /// <summary>Rows that are kept; past that the oldest go.</summary>
    public const int Capacity = 100_000;

    /// <summary>Growing; 0 before it is written.</summary>
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Label of the key that asked.</summary>
    public required string Actor { get; init; }

    public required string Method { get; init; }
    public required string Path { get; init; }

    /// <summary>What it was answered with; null: that could not be noted.</summary>
    public int? Status { get; init; }

    /// <summary>What it changed, as JSON in the form of the API; null: nobody noted that.</summary>
    public string? Changes { get; init; }
}

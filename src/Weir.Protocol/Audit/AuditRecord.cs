namespace Weir.Protocol.Audit;

/// <summary>An administrative change that somebody asked for.</summary>
public sealed record AuditRecord
{
    /// <summary>Growing with time; only the newest 100,000 changes are kept.</summary>
    public required long Id { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>Label of the key that asked.</summary>
    public required string Actor { get; init; }

    /// <summary>HTTP method, upper case; reading is not noted.</summary>
    public required string Method { get; init; }

    /// <summary>Path of the request, without its query.</summary>
    public required string Path { get; init; }

    /// <summary>What it was answered with; null: that could not be noted.</summary>
    public required int? Status { get; init; }

    /// <summary>What an update changed; empty: nothing. Null: it was no update, was refused, or is of a kind of which no values are kept.</summary>
    public required IReadOnlyList<AuditChangeRecord>? Changes { get; init; }
}

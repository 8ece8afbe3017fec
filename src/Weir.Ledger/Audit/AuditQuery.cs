namespace Weir.Ledger.Audit;

/// <summary>Which administrative changes are read, the newest first. What is null says nothing.</summary>
public sealed record AuditQuery
{
    /// <summary>A part of the label of who asked, in upper or lower case.</summary>
    public string? Actor { get; init; }

    /// <summary><c>POST</c>, <c>PUT</c>, <c>PATCH</c> or <c>DELETE</c>.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path.</summary>
    public string? Path { get; init; }

    /// <summary>Only what was asked at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what was asked before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many rows are passed over, 0 or more.</summary>
    public int Offset { get; init; }

    /// <summary>At most so many, 1 or more.</summary>
    public required int Limit { get; init; }
}
